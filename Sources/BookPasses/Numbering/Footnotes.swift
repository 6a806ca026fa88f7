import BookModel
import SourceText

/// Numbers a chapter's footnotes by first reference, and each reference to the same note.
///
/// Notes come out in the order of their numbers; those that nothing refers to come last, with number 0, and are
/// reported. A reference without a definition, which the reader leaves in no page, becomes the text its author wrote.
func numberFootnotes(_ chapter: inout Chapter, findings: inout Findings) {
  guard !chapter.footnotes.isEmpty else { return }
  var editor = FootnoteNumbers(defined: Set(chapter.footnotes.map { FootnoteNumbers.key($0.label) }))
  chapter.blocks = chapter.blocks.edited(with: &editor)
  chapter.footnotes = editor.numbered(chapter.footnotes)
  for footnote in chapter.footnotes where footnote.number == 0 {
    findings.warning(
      .footnoteUnused, "nothing refers to the footnote `[^\(footnote.label)]`", at: footnote.range,
      help: "it is kept at the end of the chapter")
  }
}

private struct FootnoteNumbers: Editor {
  let defined: Set<String>
  /// Labels in the order of first reference.
  private var order: [String] = []
  private var numbers: [String: Int] = [:]
  private var counts: [String: Int] = [:]

  init(defined: Set<String>) {
    self.defined = defined
  }

  /// Labels match as link labels do: without regard to case and to the amount of white space (GFM).
  static func key(_ label: String) -> String { label.lowercased().collapsingSpace.trimmed }

  mutating func edit(_ inline: Inline) -> [Inline] {
    guard case .footnoteReference(var reference) = inline.kind else { return [inline.editingChildren(with: &self)] }
    let key = FootnoteNumbers.key(reference.label)
    guard defined.contains(key) else { return [Inline(.text("[^\(reference.label)]"), at: inline.range)] }
    if numbers[key] == nil {
      order.append(key)
      numbers[key] = order.count
    }
    counts[key, default: 0] += 1
    reference.number = numbers[key]!
    reference.occurrence = counts[key]!
    return [Inline(.footnoteReference(reference), at: inline.range)]
  }

  func concerns(_ block: Block.Kind) -> Bool { false }

  func concerns(_ inline: Inline.Kind) -> Bool {
    if case .footnoteReference = inline { true } else { false }
  }

  /// The notes in order; references inside notes count after those of the text, in the order of the notes.
  mutating func numbered(_ footnotes: [Footnote]) -> [Footnote] {
    var byKey: [String: Footnote] = [:]
    for footnote in footnotes.reversed() { byKey[FootnoteNumbers.key(footnote.label)] = footnote }
    var result: [Footnote] = []
    while result.count < order.count {
      var footnote = byKey[order[result.count]]!
      footnote.number = result.count + 1
      footnote.blocks = footnote.blocks.edited(with: &self)
      result.append(footnote)
    }
    let used = Set(result.map(\.range))
    let unused = footnotes.filter { !used.contains($0.range) }
    return result
      + unused.map { footnote in
        var kept = footnote
        kept.blocks = footnote.blocks.edited(with: &self)
        return kept
      }
  }
}
