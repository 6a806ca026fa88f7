/// What TeX reads a piece of a file as; every text is escaped for the context it is written into.
enum EscapingContext {
  /// Running text in the font of a role.
  case text(FontRole)
  /// A line of a listing: spaces and tabs stay, and may break where the line is too long.
  case code(canBreak: Bool)
  /// A plain string (see `\hpplain` in the class): text that ends up in the PDF outside of its pages.
  case plain
  /// An address, of ASCII alone.
  case address
}

/// The escaping of single bytes.
enum Escaping {
  /// U+FFFD, which LuaTeX takes in a file or a string for bytes that are no UTF-8, and complains of. In text it is asked
  /// for by its number; in a plain string it is a question mark.
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// How TeX is told of a character it gives a meaning to, in running text; nil for all others.
  ///
  /// `^` is among them, so that no `^^5c` is ever read as the character it names (The TeXbook, chapter 8).
  static func text(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\\"): "\\textbackslash{}"
    case UInt8(ascii: "{"): "\\{"
    case UInt8(ascii: "}"): "\\}"
    case UInt8(ascii: "#"): "\\#"
    case UInt8(ascii: "$"): "\\$"
    case UInt8(ascii: "%"): "\\%"
    case UInt8(ascii: "&"): "\\&"
    case UInt8(ascii: "_"): "\\_"
    case UInt8(ascii: "~"): "\\textasciitilde{}"
    case UInt8(ascii: "^"): "\\textasciicircum{}"
    case 0..<0x20, 0x7F: " "
    default: nil
    }
  }

  /// The same in a plain string, where a command ends with a space that TeX swallows, since braces would stay.
  static func plain(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\\"): "\\hpbackslash "
    case UInt8(ascii: "~"): "\\hptilde "
    case UInt8(ascii: "^"): "\\hphat "
    default: text(byte)
    }
  }
}

/// An address that may stand in a link of the PDF: ASCII, and nothing that ends the string it is written in.
struct LinkAddress: Equatable, Sendable {
  let text: String

  /// - Returns: nil where there is no scheme that can be followed.
  init?(_ written: String) {
    let trimmed = written.utf8.drop { $0 <= 0x20 }
    var bytes = Array(trimmed)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    if bytes.starts(with: "//".utf8) { bytes = Array("https:".utf8) + bytes }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    let rest = bytes[(colon + 1)...]
    switch scheme {
    case "http", "https", "ftp":
      guard rest.starts(with: "//".utf8), rest.count > 2, !"/?#".utf8.contains(rest[rest.startIndex + 2]) else {
        return nil
      }
    case "mailto", "tel", "sms", "urn", "geo", "irc", "xmpp", "news": guard !rest.isEmpty else { return nil }
    default: return nil
    }
    text = scheme + ":" + LinkAddress.encoded(rest)
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      let stands = byte.isASCIILetter || byte.isASCIIDigit || "-._~:/?#@!$&'*+,;=%[]".utf8.contains(byte)
      if stands { result.append(byte) } else { result += [UInt8(ascii: "%"), byte.highHexDigit, byte.lowHexDigit] }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
