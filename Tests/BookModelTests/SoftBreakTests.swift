import SourceText
import Testing

@testable import BookModel

@Suite struct SoftBreakTests {
  private func joins(_ before: Inline.Kind, _ after: Inline.Kind) -> Bool {
    let place = SourceRange(file: FileID(0), start: 0, end: 0)
    return [Inline(before, at: place), Inline(.softBreak, at: place), Inline(after, at: place)].joinsLines(at: 1)
  }

  @Test(arguments: [("日本", "語"), ("ます。", "次"), ("カ", "「"), ("中文，", "中文"), ("𠀀", "一"), ("（", "ひ")])
  func chineseAndJapaneseHaveNoSpaces(before: String, after: String) {
    #expect(joins(.text(before), .text(after)))
  }

  @Test(arguments: [("한국", "어"), ("日本", "abc"), ("abc", "日本"), ("word", "word"), ("日本", "1"), ("", "語")])
  func othersHave(before: String, after: String) { #expect(!joins(.text(before), .text(after))) }

  @Test func marksOfEmphasisDoNotMatter() {
    let place = SourceRange(file: FileID(0), start: 0, end: 0)
    #expect(joins(.strong([Inline(.text("强"), at: place)]), .text("调")))
    #expect(!joins(.text("中"), .math(InlineMath(tex: "x"))))
  }

  @Test func aBreakAtAnEndIsLeft() {
    #expect(![Inline(.softBreak, at: SourceRange(file: FileID(0), start: 0, end: 0))].joinsLines(at: 0))
  }
}
