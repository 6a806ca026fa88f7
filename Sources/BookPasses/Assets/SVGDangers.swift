/// What an SVG file must not hold to stand in a book: anything that runs, and anything fetched from elsewhere.
///
/// A look at the tags, not a parser of XML: whether the file is well formed is found out where it is packaged. It
/// looks at every tag and attribute, so what it takes for dangerous may be harmless, never the other way round.
enum SVGDangers {
  /// The first danger in words; nil for a plain drawing.
  static func first(in bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "text that is not UTF-8" }
    if bytes.contains("<!ENTITY") { return "entities of its own" }
    if bytes.contains("<?xml-stylesheet") { return "a stylesheet of its own" }
    var tokens = SVGTags(bytes)
    while let tag = tokens.next() {
      if let danger = danger(of: tag) { return danger }
    }
    return styleDanger(bytes[...])
  }

  private static func danger(of tag: SVGTags.Tag) -> String? {
    switch tag.name {
    case "script", "handler", "listener": return "a script"
    case "foreignobject": return "a `foreignObject`"
    case "iframe", "embed", "object", "audio", "video": return "a `\(tag.name)`"
    default: break
    }
    for (name, value) in tag.attributes {
      if name.hasPrefix("on") { return "the event handler `\(name)`" }
      let address = CharacterReferences.decoded(Array(value.utf8)[...]).filter { !$0.isWhitespace }.lowercased()
      if address.contains("javascript:") { return "a `javascript:` address" }
      if name == "href" || name == "src", tag.name != "a", !address.hasPrefix("#"), !address.hasPrefix("data:image/") {
        return "a reference to `\(value)`"
      }
    }
    return nil
  }

  /// `url(…)` of anything but a part of the drawing itself, and `@import`.
  private static func styleDanger(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.contains("@import") { return "a stylesheet from elsewhere" }
    var rest = bytes
    while let start = rest.firstIndex(of: "url(") {
      rest = rest[start...].dropFirst(4)
      let address = rest.drop {
        $0.isSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "&")
      }
      let isOwn = ["#", "data:", "quot;#"].contains { address.starts(with: $0.utf8) }
      guard isOwn else {
        let shown = address.prefix { $0 != UInt8(ascii: ")") }.prefix(60)
        return "a reference to `\(String(decoding: shown, as: UTF8.self))`"
      }
    }
    return nil
  }
}

/// The tags of an XML file, names in lower case and without prefixes.
private struct SVGTags {
  struct Tag {
    var name: String
    var attributes: [(String, String)]
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
    var tag = Tag(name: name(), attributes: [])
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      guard bytes[position].isLetter || bytes[position] == UInt8(ascii: "_") else {
        position += 1
        continue
      }
      let name = name()
      while position < bytes.count, bytes[position].isSpace || bytes[position] == UInt8(ascii: "=") { position += 1 }
      tag.attributes.append((name, value()))
    }
    return tag
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, !bytes[position].isSpace, !"=/>\"'".utf8.contains(bytes[position]) { position += 1 }
    let full = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    return full.split(separator: ":").last.map(String.init) ?? full
  }

  private mutating func value() -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") else {
      return ""
    }
    let quote = bytes[position]
    let start = position + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    position = min(end + 1, bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
