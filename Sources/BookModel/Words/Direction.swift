/// Which way text runs. A book, a chapter that is not in the book's language, and a paragraph whose letters all run the
/// other way say so (HTML §3.2.6.4); words of the other direction within a line are the bidirectional algorithm's matter
/// (UAX #9).
package enum Direction: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// Of a language, by its BCP 47 tag.
  package init(language: String) { self = LanguageTag(language).isRightToLeft ? .rightToLeft : .leftToRight }

  /// Of a letter; nil for digits, marks and everything else that runs as its neighbours do.
  package init?(_ scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic else { return nil }
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .rightToLeft
    default: self = .leftToRight
    }
  }

  /// Whether a text has letters and all of them run the other way. As a rule its first letter settles it.
  package func isOpposite(of text: String) -> Bool {
    var isOpposite = false
    for scalar in text.unicodeScalars {
      guard let found = Direction(scalar) else { continue }
      guard found != self else { return false }
      isOpposite = true
    }
    return isOpposite
  }

  /// The same for running text, code left aside, which always runs from left to right.
  package func isOpposite(of content: [Inline]) -> Bool {
    var isOpposite = false
    return !meets(content, &isOpposite) && isOpposite
  }

  /// Whether a letter of this direction is met; `isOpposite` says whether one of the other was.
  private func meets(_ content: [Inline], _ isOpposite: inout Bool) -> Bool {
    for inline in content {
      switch inline.kind {
      case .text(let text):
        for scalar in text.unicodeScalars {
          guard let found = Direction(scalar) else { continue }
          guard found != self else { return true }
          isOpposite = true
        }
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        if meets(content, &isOpposite) { return true }
      case .link(let link): if meets(link.content, &isOpposite) { return true }
      case .element(let element): if meets(element.content, &isOpposite) { return true }
      case .softBreak, .lineBreak, .code, .math, .image, .footnoteReference, .written: break
      }
    }
    return false
  }

  package var opposite: Direction { self == .leftToRight ? .rightToLeft : .leftToRight }
}
