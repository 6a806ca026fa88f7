/// The tags of an XML file, comments passed over.
///
/// No parser of XML: it finds every tag and attribute of a file that is well formed, and ends on any other.
struct SVGTags {
  struct Tag {
    /// In lower case and without prefix.
    var name: String
    var attributes: [Attribute]
  }

  struct Attribute {
    /// As written.
    var writtenName: String
    /// In lower case and without prefix.
    var name: String
    /// As written, references and all; empty without quotes.
    var value: String
    /// Where the value stands between its quotes; nil without quotes.
    var place: Range<Int>?
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Tag? {
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = open + 1
      guard position < bytes.count else { return nil }
      if bytes[position...].starts(with: "!--".utf8) {
        skipComment()
      } else if bytes[position].isLetter || bytes[position] == UInt8(ascii: "_") {
        return tag()
      }
    }
    return nil
  }

  private mutating func skipComment() {
    while position < bytes.count, !bytes[position...].starts(with: "-->".utf8) { position += 1 }
  }

  private mutating func tag() -> Tag {
    var tag = Tag(name: SVGTags.localName(name()), attributes: [])
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      guard bytes[position].isLetter || bytes[position] == UInt8(ascii: "_") else {
        position += 1
        continue
      }
      let name = name()
      while position < bytes.count, bytes[position].isSpace || bytes[position] == UInt8(ascii: "=") { position += 1 }
      let place = valuePlace()
      let value = place.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
      tag.attributes.append(
        Attribute(writtenName: name, name: SVGTags.localName(name), value: value, place: place))
    }
    return tag
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, !bytes[position].isSpace, !"=/>\"'".utf8.contains(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func localName(_ name: String) -> String {
    let full = name.lowercased()
    return full.split(separator: ":").last.map(String.init) ?? full
  }

  private mutating func valuePlace() -> Range<Int>? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = bytes[position]
    let start = position + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    position = min(end + 1, bytes.count)
    return start..<end
  }
}
