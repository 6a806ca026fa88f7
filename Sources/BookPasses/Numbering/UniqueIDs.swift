import BookModel
import SourceText

/// Gives every heading an anchor and makes all ids of a chapter differ: headings, admonitions and elements.
///
/// The first in reading order keeps its id, as it would in a browser; a later one gets a number. That is worth a
/// word only when the author wrote both in one file, since those of partials repeat wherever two are used together.
func makeIDsUnique(_ chapter: inout Chapter, rules: MarkdownRules, findings: inout Findings) {
  var editor = UniqueIDs(rules: rules)
  chapter = chapter.edited(with: &editor)
  findings.append(editor.findings)
}

private struct UniqueIDs: Editor {
  let rules: MarkdownRules
  var taken = Set<String>()
  /// Ids that their authors wrote, with where.
  var written: [String: SourceRange] = [:]
  /// The last number given to a repeat of an id.
  var repeats: [String: Int] = [:]
  var findings = Findings()

  mutating func edit(_ block: Block) -> [Block] {
    switch block.kind {
    case .heading(var heading):
      if heading.anchor.isEmpty { heading.anchor = anchor(for: heading) }
      heading.anchor = claim(heading.anchor, isWritten: heading.explicitID != nil, at: block.range)
      heading.content = heading.content.edited(with: &self)
      return [Block(.heading(heading), at: block.range)]
    case .admonition(var admonition):
      admonition.id = admonition.id.map { claim($0, isWritten: true, at: block.range) }
      return [Block(.admonition(admonition), at: block.range).editingChildren(with: &self)]
    case .element(var element):
      claim(in: &element, at: block.range)
      return [Block(.element(element), at: block.range).editingChildren(with: &self)]
    default: return [block.editingChildren(with: &self)]
    }
  }

  mutating func edit(_ inline: Inline) -> [Inline] {
    switch inline.kind {
    case .element(var element):
      claim(in: &element, at: inline.range)
      return [Inline(.element(element), at: inline.range).editingChildren(with: &self)]
    case .text, .softBreak, .lineBreak, .code, .math, .image, .footnoteReference: return [inline]
    case .emphasis, .strong, .strikethrough, .link, .written: return [inline.editingChildren(with: &self)]
    }
  }

  func concerns(_ block: Block.Kind) -> Bool {
    switch block {
    case .heading: true
    case .admonition(let admonition): admonition.id != nil
    case .element(let element): element[attribute: "id"] != nil
    default: false
    }
  }

  func concerns(_ inline: Inline.Kind) -> Bool {
    if case .element(let element) = inline { element[attribute: "id"] != nil } else { false }
  }

  /// A heading that came from HTML has no anchor yet; one whose text is all marks has an empty slug.
  private func anchor(for heading: Heading) -> String {
    let slug = heading.explicitID ?? Slugger.slug(heading.content.plainText, keepingCase: rules.keepsAnchorCase)
    return slug.isEmpty ? "section" : slug
  }

  private mutating func claim<Content>(in element: inout Element<Content>, at range: SourceRange) {
    for index in element.attributes.indices where element.attributes[index].name == "id" {
      element.attributes[index].value = claim(element.attributes[index].value, isWritten: true, at: range)
    }
  }

  private mutating func claim(_ id: String, isWritten: Bool, at range: SourceRange) -> String {
    defer { if isWritten, written[id] == nil { written[id] = range } }
    if taken.insert(id).inserted { return id }
    var number = repeats[id, default: 0] + 1
    while !taken.insert("\(id)-\(number)").inserted { number += 1 }
    repeats[id] = number
    if isWritten, let first = written[id], first.file == range.file, first != range {
      findings.warning(
        .idDuplicate, "the id `\(id)` is used twice on this page", at: range,
        help: "links lead to the first; this one becomes `\(id)-\(number)`")
    }
    return "\(id)-\(number)"
  }
}
