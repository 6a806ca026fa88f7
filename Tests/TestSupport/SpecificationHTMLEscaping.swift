extension SpecificationHTML {
  /// Text with the four characters escaped that `cmark` escapes, in attributes and elsewhere.
  mutating func write(text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write(raw: "&amp;")
      case UInt8(ascii: "<"): write(raw: "&lt;")
      case UInt8(ascii: ">"): write(raw: "&gt;")
      case UInt8(ascii: "\""): write(raw: "&quot;")
      default: output.append(byte)
      }
    }
  }

  /// An address, percent-encoded as `cmark` does it (`src/houdini_href_e.c`): reserved characters and `%` stay.
  mutating func write(address: String) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write(raw: "&amp;")
      case UInt8(ascii: "'"): write(raw: "&#x27;")
      case _ where Self.isSafeInAddress(byte): output.append(byte)
      default:
        output.append(UInt8(ascii: "%"))
        output.append(Self.hexadecimalDigit(byte >> 4))
        output.append(Self.hexadecimalDigit(byte & 0xF))
      }
    }
  }

  private static func isSafeInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: Array("-_.+!*(),%#@?=;:/$~".utf8).contains(byte)
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Raw HTML with the tags disarmed that GFM §6.11 disallows: their `<` becomes `&lt;`.
  static func disarmed(_ html: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(html.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<"), isDisallowedTag(bytes[(index + 1)...]) {
        result += "&lt;".utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let disallowedTags = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  private static func isDisallowedTag(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: rest.prefix(12), as: UTF8.self).lowercased()
    let tag = name.hasPrefix("/") ? name.dropFirst() : name[...]
    return disallowedTags.contains { disallowed in
      guard tag.hasPrefix(disallowed), let next = tag.dropFirst(disallowed.count).first else { return false }
      return next.isWhitespace || next == ">" || next == "/"
    }
  }
}
