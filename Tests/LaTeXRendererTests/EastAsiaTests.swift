import Testing

@testable import LaTeXRenderer

@Suite struct EastAsiaTests {
  @Test func booksByTheirLanguage() {
    #expect(EastAsia(language: "zh-CN") == .simplified)
    #expect(EastAsia(language: "zh-TW") == .traditional)
    #expect(EastAsia(language: "ja") == .japanese)
    #expect(EastAsia(language: "ko-KR") == .korean)
    #expect(EastAsia(language: "en") == nil)
  }

  @Test func marksOfTaiwanStandInTheMiddle() {
    #expect(EastAsia.simplified.hasMarksInHalves && EastAsia.japanese.hasMarksInHalves)
    #expect(!EastAsia.traditional.hasMarksInHalves && !EastAsia.korean.hasMarksInHalves)
  }
}
