extension [Inline] {
  /// Whether a soft break reads as nothing rather than as a space: it stands between two letters of a script that has no
  /// spaces (CSS Text 3 §4.1.2: both wide, neither Hangul).
  /// - Parameter index: of the soft break.
  package func joinsLines(at index: Int) -> Bool {
    guard index > 0, index + 1 < count, let before = self[index - 1].lastScalar, before.joinsLines,
      let after = self[index + 1].firstScalar
    else { return false }
    return after.joinsLines
  }
}

extension Inline {
  fileprivate var firstScalar: Unicode.Scalar? {
    switch kind {
    case .text(let text), .code(let text): text.unicodeScalars.first
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content.first?.firstScalar
    case .link(let link): link.content.first?.firstScalar
    case .element(let element): element.content.first?.firstScalar
    case .softBreak, .lineBreak, .math, .image, .footnoteReference, .written: nil
    }
  }

  fileprivate var lastScalar: Unicode.Scalar? {
    switch kind {
    case .text(let text), .code(let text): text.unicodeScalars.last
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content.last?.lastScalar
    case .link(let link): link.content.last?.lastScalar
    case .element(let element): element.content.last?.lastScalar
    case .softBreak, .lineBreak, .math, .image, .footnoteReference, .written: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether the letter is of East Asian width and no Hangul, whose words have spaces between (UAX #11).
  fileprivate var joinsLines: Bool {
    switch value {
    case 0x2E80...0x303E, 0x3041...0x312F, 0x31A0...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
