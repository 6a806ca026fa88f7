import BookModel
import MarkupXML

/// Which way text runs. A book, a chapter that is not in the book's language, and a paragraph whose letters all run
/// the other way say so (HTML §3.2.6.4); words of the other direction within a line are left to the bidirectional
/// algorithm (UAX #9), but for those that we put beside our own, which are isolated.
enum Direction: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// Of a language, by its BCP 47 tag.
  init(language: String) { self = LanguageTag(language).isRightToLeft ? .rightToLeft : .leftToRight }

  /// Of a letter; nil for digits, marks and everything else that runs as its neighbours do.
  init?(_ scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic else { return nil }
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .rightToLeft
    default: self = .leftToRight
    }
  }

  /// Whether a text has letters and all of them run the other way. As a rule its first letter settles it.
  func isOpposite(of text: String) -> Bool {
    var isOpposite = false
    for scalar in text.unicodeScalars {
      guard let found = Direction(scalar) else { continue }
      guard found != self else { return false }
      isOpposite = true
    }
    return isOpposite
  }

  /// The same for running text, code left aside, which always runs from left to right.
  func isOpposite(of content: [Inline]) -> Bool {
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

  var opposite: Direction { self == .leftToRight ? .rightToLeft : .leftToRight }
}

extension Edition {
  /// A text beside words of ours, isolated where it may run the other way: `Edited by <bdi>…</bdi>`.
  func isolated(_ xml: XMLWriter, _ text: String) {
    if direction.isOpposite(of: text) { xml.element("bdi", text: text) } else { xml.text(text) }
  }

  /// A text that a template puts in beside words of ours, between the isolates of Unicode (UAX #9 §2.4) where it may run
  /// the other way.
  func isolated(_ text: String) -> String {
    direction.isOpposite(of: text) ? "\u{2068}" + text + "\u{2069}" : text
  }

  /// `lang`, `xml:lang` and, where it changes, `dir` of a part in another language; nothing for one in the book's.
  func languageAttributes(_ language: String?) -> XMLAttributes {
    guard let language else { return [:] }
    let own = Direction(language: language)
    return ["lang": language, "xml:lang": language, "dir": own == direction ? nil : own.rawValue]
  }
}

extension ContentWriter {
  /// Which way the chapter runs.
  var direction: Direction { chapter.language.map(Direction.init(language:)) ?? edition.direction }

  /// The value of `dir` for a block: nil when it runs as the chapter does.
  func direction(of content: [Inline]) -> String? {
    direction.isOpposite(of: content) ? direction.opposite.rawValue : nil
  }

  /// Code runs from left to right in a chapter that runs the other way, too.
  var codeDirection: String? { direction == .leftToRight ? nil : Direction.leftToRight.rawValue }
}
