import BookModel
import MarkupXML

// Words of the other direction within a line are left to the reader's bidirectional algorithm (UAX #9), but for those
// that we put beside our own, which are isolated.

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
