import Testing

@testable import LaTeXRenderer

@Suite struct LineBreakTests {
  private func broken(_ text: String, isCode: Bool) -> String {
    var breaks = WordBreaks(isCode: isCode)
    var result = ""
    for byte in text.utf8 {
      switch breaks.place(before: byte) {
      case .good: result += "|"
      case .fair: result += "·"
      case .poor: result += "!"
      case nil: break
      }
      result.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return result
  }

  @Test func addressesBreakBehindSlashesFirst() {
    #expect(
      broken("https://a.example/guide/with-a-fragment", isCode: true)
        == "https:·//|a.·example/|guide/|with-·a-·fragment")
  }

  @Test func longWordsBreakSomewhere() {
    #expect(broken("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", isCode: false) == "aaaaaaaaaaaaaaaaaaaaaaaa!aaaaaa")
    #expect(broken("nothing", isCode: false) == "nothing")
  }

  @Test func numbersStayWhole() { #expect(broken("1,048,576.25", isCode: false) == "1,048,576.25") }

  /// JIS X 4051: closing marks and small kana cling to what stands before them, opening ones to what follows.
  @Test(arguments: ["。", "、", "」", "）", "ー", "っ", "！", ")", ","])
  func marksThatBeginNoLine(_ mark: Unicode.Scalar) { #expect(mark.mayNotBeginLine) }

  @Test(arguments: ["「", "（", "《", "("])
  func marksThatEndNoLine(_ mark: Unicode.Scalar) { #expect(mark.mayNotEndLine) }

  @Test(arguments: ["語", "あ", "한", "a"])
  func lettersMayBeginAndEndLines(_ letter: Unicode.Scalar) {
    #expect(!letter.mayNotBeginLine && !letter.mayNotEndLine)
  }
}
