import Testing

@testable import BookPasses

@Suite struct SmartQuotesTests {
  private func set(_ text: String, _ language: String = "en") throws -> String {
    var marks = try #require(QuotationMarks(language: language)).marks(in: text)[...]
    return text.map { "\"'".contains($0) ? marks.popFirst()! : String($0) }.joined()
  }

  @Test(arguments: [
    (#"She said "yes"."#, "She said “yes”."),
    (#""Yes," he said, "it's 'fine'.""#, "“Yes,” he said, “it’s ‘fine’.”"),
    (#"the dogs' bowls, rock 'n' roll, '90s, don't"#, "the dogs’ bowls, rock ’n’ roll, ’90s, don’t"),
    (#"("in brackets")—"behind a dash""#, "(“in brackets”)—“behind a dash”"),
    (#"6' 2" tall, a 27" screen"#, "6′ 2″ tall, a 27″ screen"),
    (#"'single' and "double"; 'twas"#, "‘single’ and “double”; ’twas"),
    (#"a " between blanks"#, #"a " between blanks"#),
    (#"he said "'quoted' twice""#, "he said “‘quoted’ twice”"),
    (#"in "1984" and 'page 3'"#, "in “1984” and ‘page 3’"),
    (#""open to the end"#, "“open to the end"),
    (#""Applying 'Design by Contract'", 1992"#, "“Applying ‘Design by Contract’”, 1992"),
  ])
  func english(written: String, printed: String) throws { #expect(try set(written) == printed) }

  @Test(arguments: [
    ("de", "„Ja, ‚gut‘ war’s“"), ("fr", "«\u{202F}Ja, “gut” war’s\u{202F}»"), ("sv", "”Ja, ’gut’ war’s”"),
    ("pt-BR", "“Ja, ‘gut’ war’s”"), ("pt", "«Ja, “gut” war’s»"), ("ru", "«Ja, „gut“ war’s»"),
  ])
  func languages(tag: String, printed: String) throws {
    #expect(try set("\"Ja, 'gut' war's\"", tag) == printed)
  }

  @Test func someLanguagesHaveMarksOfTheirOwn() { #expect(QuotationMarks(language: "ja") == nil) }
}
