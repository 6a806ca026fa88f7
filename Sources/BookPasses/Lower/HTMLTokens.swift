import BookModel
import SourceText

/// Raw HTML as tags and text, one token at a time, after the rules of the HTML standard's tokenizer where they
/// matter in handbooks. Comments, declarations and instructions are passed over.
struct HTMLTokens {
  struct Token {
    enum Kind: Equatable {
      /// A tag, and whether it ends with `/>`.
      case open(String, [JSXAttribute], isClosed: Bool)
      case close(String)
      case text(String)
    }
    var kind: Kind
    var range: SourceRange
  }

  private let bytes: [UInt8]
  private let range: SourceRange
  private var position = 0
  /// The element whose content is text whatever it looks like, until its closing tag.
  private var rawElement: String?

  init(_ html: String, at range: SourceRange) {
    bytes = Array(html.utf8)
    self.range = range
  }

  mutating func next() -> Token? {
    while position < bytes.count {
      let start = position
      if let name = rawElement {
        rawElement = nil
        if let text = rawText(until: name) { return token(.text(text), from: start) }
      }
      guard bytes[position] == UInt8(ascii: "<") else { return token(.text(plainText()), from: start) }
      if let kind = tag() { return token(kind, from: start) }
      if position == start { return token(.text(plainText()), from: start) }
    }
    return nil
  }

  /// The token's own range where the text stands in its file as it is, else the whole range: the lines of a block
  /// in a list or quote are apart.
  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    guard bytes.count == range.offsets.count else { return Token(kind: kind, range: range) }
    let base = Int(range.start)
    return Token(kind: kind, range: SourceRange(file: range.file, base + start..<base + position))
  }

  private func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private func text(_ offsets: Range<Int>) -> String { String(decoding: bytes[offsets], as: UTF8.self) }

  private mutating func plainText() -> String {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return CharacterReferences.decoded(bytes[start..<position])
  }

  private mutating func rawText(until name: String) -> String? {
    let start = position
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), byte(at: position + 1) == UInt8(ascii: "/"),
        isName(name, at: position + 2)
      {
        break
      }
      position += 1
    }
    return position > start ? text(start..<position) : nil
  }

  private func isName(_ name: String, at offset: Int) -> Bool {
    let wanted = Array(name.utf8)
    guard offset + wanted.count <= bytes.count else { return false }
    return wanted.indices.allSatisfy { bytes[offset + $0].lowercasedASCII == wanted[$0] }
  }

  /// A tag at the position; nil for what shows nothing (the position moves) and for a `<` that opens no tag.
  private mutating func tag() -> Token.Kind? {
    switch byte(at: position + 1) {
    case UInt8(ascii: "!") where starts(with: "<!--"): skip(past: "-->")
    case UInt8(ascii: "!") where starts(with: "<![CDATA["):
      let start = position + 9
      skip(past: "]]>")
      return .text(text(start..<max(start, position - 3)))
    case UInt8(ascii: "!"): skip(past: ">")
    case UInt8(ascii: "?"): skip(past: "?>")
    case UInt8(ascii: "/") where byte(at: position + 2).isLetter:
      position += 2
      let name = tagName()
      skip(past: ">")
      return .close(name)
    case let first where first.isLetter: return openingTag()
    default: break
    }
    return nil
  }

  private mutating func openingTag() -> Token.Kind {
    position += 1
    let name = tagName()
    var attributes: [JSXAttribute] = []
    var isClosed = false
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if bytes[position].isSpace || bytes[position] == UInt8(ascii: "/") {
        isClosed = bytes[position] == UInt8(ascii: "/") && byte(at: position + 1) == UInt8(ascii: ">")
        position += 1
      } else if let attribute = attribute(), !attributes.contains(where: { $0.name == attribute.name }) {
        attributes.append(attribute)
      }
    }
    position = min(position + 1, bytes.count)
    if HTMLRules.rawText.contains(name), !isClosed { rawElement = name }
    return .open(name, attributes, isClosed: isClosed)
  }

  /// The name: in lower case, but for components, which are told by their capital.
  private mutating func tagName() -> String {
    let start = position
    while position < bytes.count, !bytes[position].isSpace, bytes[position] != UInt8(ascii: ">"),
      bytes[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    let name = text(start..<position)
    let lowered = name.lowercased()
    return HTMLRules.isKnown(lowered) || !ComponentNames.known.contains(name) ? lowered : name
  }

  private mutating func attribute() -> JSXAttribute? {
    let start = position
    position += 1
    while position < bytes.count, !bytes[position].isSpace, bytes[position] != UInt8(ascii: "="),
      bytes[position] != UInt8(ascii: ">"), bytes[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    let name = text(start..<position).lowercased()
    var end = position
    while byte(at: end).isSpace { end += 1 }
    guard byte(at: end) == UInt8(ascii: "=") else {
      return JSXAttribute(name: name, value: .flag, range: token(.text(""), from: start).range)
    }
    position = end + 1
    while byte(at: position).isSpace { position += 1 }
    let value = attributeValue()
    return JSXAttribute(name: name, value: .string(value), range: token(.text(""), from: start).range)
  }

  private mutating func attributeValue() -> String {
    let quote = byte(at: position)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < bytes.count, !bytes[position].isSpace, bytes[position] != UInt8(ascii: ">") { position += 1 }
      return CharacterReferences.decoded(bytes[start..<position])
    }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote { position += 1 }
    defer { position = min(position + 1, bytes.count) }
    return CharacterReferences.decoded(bytes[start..<position])
  }

  private func starts(with text: String) -> Bool {
    let wanted = text.utf8
    return position + wanted.count <= bytes.count && bytes[position..<position + wanted.count].elementsEqual(wanted)
  }

  private mutating func skip(past text: String) {
    while position < bytes.count {
      if starts(with: text) {
        position += text.utf8.count
        return
      }
      position += 1
    }
  }
}
