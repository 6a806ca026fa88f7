import BookModel
import SourceText

/// Headings without text, and levels that skip one (WCAG 1.3.1, and the outline of an EPUB's chapters).
func checkHeadings(of chapter: Chapter, findings: inout Findings) {
  var previous = chapter.showsTitle ? 1 : 0
  chapter.blocks.walk { block in
    guard case .heading(let heading) = block.kind else { return }
    if heading.content.isBlank || heading.content.plainText.trimmed.isEmpty && !heading.content.holdsImage {
      findings.warning(
        .headingEmpty, "this heading has no text", at: block.range, help: "give it text, or remove it")
    }
    if previous > 0, heading.level > previous + 1 {
      findings.note(
        .headingLevelSkipped, "a heading of level \(heading.level) follows one of level \(previous)", at: block.range,
        help: "make it level \(previous + 1): levels are the book's structure, not its looks")
    }
    previous = heading.level
  }
}

extension [Inline] {
  fileprivate var holdsImage: Bool {
    var found = false
    walk { if case .image = $0.kind { found = true } }
    return found
  }
}
