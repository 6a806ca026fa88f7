import BookModel
import Foundation
import Testing

@testable import LaTeXRenderer

/// The bidirectional algorithm. As in UAX #9, capitals stand for Hebrew letters.
@Suite struct BidiTests {
  private func scalars(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { $0.properties.isUppercase ? Unicode.Scalar(0x5D0 + $0.value - 0x41)! : $0 }
  }

  private func levels(_ text: String, base: UInt8 = 0) -> String {
    BidiParagraph.levels(of: scalars(text), base: base).map(String.init).joined()
  }

  @Test func wordsOfTheOtherDirection() {
    #expect(levels("car means CAR.") == "00000000001110")
    #expect(levels("CAR means car.", base: 1) == "11112222222221")
  }

  @Test func spacesBetweenWordsOfOneDirectionRunAsTheyDo() {
    #expect(levels("a AB CD b") == "001111100")
    #expect(levels("A ab cd B", base: 1) == "112222211")
  }

  /// W4–W7: signs and separators of numbers.
  @Test func numbers() {
    #expect(levels("A 1,024.5 B", base: 1) == "11222222211")
    #expect(levels("A 17% B", base: 1) == "1122211")
    #expect(levels("a 17% b") == "0000000")
    #expect(levels("A 03-555 B", base: 1) == "11222222" + "11")
  }

  /// W2: European digits behind Arabic letters.
  @Test func numbersBehindArabicLetters() {
    let text = "\u{0639} 1-2".unicodeScalars
    #expect(BidiParagraph.levels(of: Array(text), base: 1) == [1, 1, 2, 1, 2])
  }

  /// N0: brackets.
  @Test func brackets() {
    #expect(levels("A (b) C", base: 1) == "1112111")
    #expect(levels("a (B) c") == "0001000")
    #expect(levels("AB(CD[&ef]!)gh", base: 1) == "11111112211122")
  }

  @Test func isolatesHaveNoPartInWhatIsAroundThem() {
    // Code in a Hebrew line, between LRI and PDI.
    #expect(levels("A \u{2066}b/\u{2069}, C", base: 1) == "111221111")
  }

  /// Every case of the Unicode consortium's, where `HANDPRESS_BIDI_CASES` names its file `BidiCharacterTest.txt`.
  @Test(.enabled(if: BidiTests.cases != nil, "skipped: HANDPRESS_BIDI_CASES is not set"))
  func conformance() throws {
    var count = 0
    for line in try String(contentsOfFile: try #require(Self.cases), encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count == 5, let base = UInt8(fields[2]) else { continue }
      let scalars = fields[0].split(separator: " ").map { Unicode.Scalar(UInt32($0, radix: 16)!)! }
      let levels = BidiParagraph.levels(of: scalars, base: base)
      let expected = fields[3].split(separator: " ")
      let isRight = zip(levels, expected).allSatisfy { $1 == "x" || UInt8($1) == $0 }
      #expect(isRight, "\(line): \(levels)")
      count += 1
    }
    #expect(count > 90_000)
  }

  private static let cases = ProcessInfo.processInfo.environment["HANDPRESS_BIDI_CASES"]
}

/// How a paragraph of both directions is written.
@Suite struct DirectedTextTests {
  /// The text with what its directions put into it, one byte a character.
  private func marked(_ text: String, _ direction: Direction = .leftToRight) -> String {
    let scalars = text.unicodeScalars.map { $0.properties.isUppercase ? Unicode.Scalar(0x5D0 + $0.value - 0x41)! : $0 }
    let writer = LaTeXWriter()
    var paragraph = DirectedText(direction)
    for (scalar, letter) in zip(scalars, text.utf8) {
      let start = writer.position
      writer.byte(letter)
      paragraph.add(scalar, start..<writer.position)
    }
    writer.amend(paragraph.amendments())
    return String(decoding: writer.output, as: UTF8.self)
      .replacingOccurrences(of: "\\hpbeginrtl{}", with: "<").replacingOccurrences(of: "\\hpendrtl{}", with: ">")
      .replacingOccurrences(of: "\\hpbeginltr{}", with: "‹").replacingOccurrences(of: "\\hpendltr{}", with: "›")
  }

  @Test func runsBeginAndEnd() {
    #expect(marked("a AB CD b") == "a <AB CD> b")
    #expect(marked("A b C", .rightToLeft) == "A ‹b› C")
    #expect(marked("a A 12 B b") == "a <A ‹12› B> b")
  }

  @Test func parenthesesAreMirroredWhereTextRunsFromRightToLeft() {
    #expect(marked("A (B) c", .rightToLeft) == "A )B( ‹c›")
    #expect(marked("A (b)", .leftToRight) == "<A> (b)")
  }
}
