import Testing

@testable import Artwork

@Suite struct LetteringTests {
  static let style = Lettering.Style(
    sizes: 60...300, width: 1340, height: 600, maximumLines: 7, lineHeight: 1.04, isBold: true)

  @Test(arguments: CoverTests.titles)
  func fitsItsPlace(text: String) throws {
    let setting = try Lettering(language: "en").set(text, in: LetteringTests.style)
    #expect(setting.width <= LetteringTests.style.width)
    #expect(setting.height <= LetteringTests.style.height)
  }

  @Test func setsShortTextsLargerThanLongOnes() throws {
    let lettering = try Lettering(language: "en")
    let heights = try ["Rust", "Rust for people who have little time and many questions"].map { text in
      let box = try #require(Box(of: lettering.set(text, in: LetteringTests.style).shape, width: 5000, height: 5000))
      return box.height
    }
    #expect(heights[0] > 200)
    #expect(heights[1] > heights[0])
  }

  /// A word of a script that the machine's fonts are needed for is made smaller before it is broken.
  @Test func breaksNoWordThatHasRoom() throws {
    let lettering = try Lettering(language: "he")
    let wide = try lettering.set("המדריך", in: LetteringTests.style)
    var narrow = LetteringTests.style
    narrow.width = wide.width / 2
    let small = try lettering.set("המדריך", in: narrow)
    #expect(small.width <= narrow.width)
    #expect(small.height < 0.6 * wide.height, "on one line")
  }

  @Test func saysSoWhereNothingIsLeft() throws {
    #expect(try Lettering(language: "en").set(" \n", in: LetteringTests.style).shape.edges.isEmpty)
  }
}

@Suite struct LineBreakingTests {
  /// Every letter is one em wide.
  private func words(_ text: String) -> MeasuredWords {
    MeasuredWords(text) { Float($0.count) }
  }

  @Test func fillsLines() {
    #expect(words("aa bb cc dd").lines(limit: 5, breakingWords: false) == ["aa bb", "cc dd"])
    #expect(words("aa bb cc dd").lines(limit: 4.5, breakingWords: false) == ["aa", "bb", "cc", "dd"])
  }

  @Test func balancesLines() {
    #expect(words("one two three four").balancedLines(limit: 14, breakingWords: false) == ["one two", "three four"])
  }

  @Test func refusesToBreakAWordUnasked() {
    #expect(words("a incomprehensible").lines(limit: 8, breakingWords: false) == nil)
  }

  @Test func breaksAWordWithAHyphenOrAfterAMark() {
    #expect(words("abcdefghij").lines(limit: 5, breakingWords: true) == ["abcd-", "efgh-", "ij"])
    #expect(words("ab/cd/efgh").lines(limit: 5, breakingWords: true) == ["ab/", "cd/", "efgh"])
  }

  @Test func hasNoLinesForNothing() {
    #expect(words("").lines(limit: 5, breakingWords: false) == [])
  }
}
