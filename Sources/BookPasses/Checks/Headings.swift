import BookModel
import SourceText

/// The levels of a chapter's headings as they come: each says whether it has text, and whether it skips a level
/// (WCAG 1.3.1, and the outline of an EPUB's chapters).
struct HeadingLevels {
  private var previous: Int

  /// - Parameter first: the level of the title shown over the page; 0 when none is.
  init(first: Int) {
    previous = first
  }

  mutating func check(_ heading: Heading, at range: SourceRange, _ findings: inout Findings) {
    if heading.content.plainText.trimmed.isEmpty, !heading.content.contains(where: \.holdsImage) {
      findings.warning(.headingEmpty, "this heading has no text", at: range, help: "give it text, or remove it")
    }
    if previous > 0, heading.level > previous + 1 {
      findings.note(
        .headingLevelSkipped, "a heading of level \(heading.level) follows one of level \(previous)", at: range,
        help: "make it level \(previous + 1): levels are the book's structure, not its looks")
    }
    previous = heading.level
  }
}

extension Inline {
  fileprivate var holdsImage: Bool {
    holds { inline in
      if case .image = inline { true } else { false }
    }
  }
}
