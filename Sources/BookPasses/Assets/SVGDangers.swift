import SourceText

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
    for attribute in tag.attributes {
      let (name, value) = (attribute.name, attribute.value)
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
