/// The words that a book speaks of its own accord, in one language; what is written here is English.
///
/// `{n}` and `{total}` stand for numbers and `{name}` for a name. The titles of admonitions follow Docusaurus's own
/// translations (`theme-translations`).
package struct InterfaceWords: Equatable, Sendable {
  package var contents = "Contents"
  package var cover = "Cover"
  package var coverAlternative = "Cover of {name}"
  package var startOfText = "Start of the book"
  package var landmarks = "Landmarks"
  package var colophon = "About this edition"

  package var note = "Note"
  package var tip = "Tip"
  package var info = "Info"
  package var warning = "Warning"
  package var danger = "Danger"
  package var caution = "Caution"
  package var important = "Important"
  package var success = "Success"

  package var footnotes = "Notes"
  package var footnote = "Note {n}"
  package var backToReference = "Back to reference {n}"
  package var backToOnlyReference = "Back to the text"

  package var part = "Part {n}"
  package var chapter = "Chapter {n}"
  package var appendix = "Appendix"
  package var page = "page {n}"
  package var figure = "Figure {n}"
  package var table = "Table {n}"
  package var code = "Code {n}"
  package var diagram = "Diagram ({name})"
  package var diagramDescription = "The diagram in words"
  package var image = "Image"
  package var done = "Done"
  package var open = "Open"

  package var editors = "Edited by {name}"
  package var illustrators = "Illustrated by {name}"
  package var translators = "Translated by {name}"
  package var contributors = "With {name}"

  package var title = "Title"
  package var version = "Version"
  package var commit = "Commit"
  package var date = "Date"
  package var publisher = "Publisher"
  package var identifier = "Identifier"
  package var website = "Website"
  package var fonts = "Fonts"
  package var index = "Index"
  package var madeWith = "Made with Handpress."

  package var summaryText =
    "The book is text that adapts to any screen and can be read aloud, with a linked table of contents."
  package var summaryHeadings = "Headings mark its structure."
  package var summaryImagesDescribed = "All images have a description in words."
  package var summaryImagesUndescribed = "{n} of {total} images have no description in words."
  package var summaryMath = "Formulas are given in MathML, with their TeX source as description."
  package var summaryMathPartlyAsTeX = "Some formulas are given as TeX source alone."
  package var summaryMathAsTeX = "Formulas are given as TeX source."
  package var summaryDiagrams = "Diagrams are drawings with a description in words."
  package var summaryDiagramsAsSource = "Diagrams are given as their source text."

  package static let english = InterfaceWords()
}

extension InterfaceWords {
  /// A pattern with its numbers put in.
  package func fill(_ pattern: String, _ number: Int, total: Int? = nil) -> String {
    let withNumber = InterfaceWords.replace("{n}", in: pattern, by: String(number))
    return total.map { InterfaceWords.replace("{total}", in: withNumber, by: String($0)) } ?? withNumber
  }

  /// A pattern with its name put in.
  package func fill(_ pattern: String, name: String) -> String {
    InterfaceWords.replace("{name}", in: pattern, by: name)
  }

  private static func replace(_ mark: StaticString, in pattern: String, by text: String) -> String {
    let bytes = Array(pattern.utf8)
    let length = mark.utf8CodeUnitCount
    guard
      let start = bytes.indices.first(where: { start in
        mark.withUTF8Buffer { bytes[start...].starts(with: $0) }
      })
    else { return pattern }
    return String(decoding: bytes[..<start] + text.utf8 + bytes[(start + length)...], as: UTF8.self)
  }
}
