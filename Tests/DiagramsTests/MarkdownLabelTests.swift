import Testing

@testable import Diagrams

/// CommonMark 6.2, as far as labels need it.
@Suite struct MarkdownLabelTests {
  private func looks(_ text: String) -> [String] {
    LabelMarkup.label(text, markdown: true).lines.joined().map { run in
      (run.isBold ? "B" : "") + (run.isItalic ? "I" : "") + ":" + run.text
    }
  }

  @Test(arguments: [
    ("**bold** and *slanted*", ["B:bold", ": and ", "I:slanted"]),
    ("***both***", ["BI:both"]),
    ("snake_case_name", [":snake_case_name"]),
    ("_lead and __strong__", [":_lead and ", "B:strong"]),
    ("2 * 3 * 4", [":2 * 3 * 4"]),
    ("a*b*c", [":a", "I:b", ":c"]),
    ("**never closed", [":**never closed"]),
  ]) func emphasis(text: String, expected: [String]) {
    #expect(looks(text) == expected)
  }
}
