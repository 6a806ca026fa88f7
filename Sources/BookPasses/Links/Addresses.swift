/// An address as Markdown has it, taken apart: no scheme, path, query and fragment as written.
struct LocalAddress: Equatable {
  var path: String
  /// With its question mark; empty when there is none.
  var query = ""
  /// Without the hash; nil when there is none.
  var fragment: String?

  init(_ written: String) {
    var rest = written[...]
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[mark...])
      rest = rest[..<mark]
    }
    path = String(rest)
  }

  /// Query and fragment as they were written.
  var tail: String { query + (fragment.map { "#" + $0 } ?? "") }
}

/// Addresses as text.
enum Addresses {
  /// The scheme in lower case, without its colon; nil for a local address. One letter is a drive, not a scheme.
  static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = address.utf8[..<colon]
    guard name.count > 1, name.first!.isLetter else { return nil }
    let isName = name.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    return isName ? String(Substring(name)).lowercased() : nil
  }

  /// Percent-escapes as the bytes they mean; one that is no escape stays.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), let byte = escape(in: bytes, at: position) {
        result.append(byte)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The address with everything escaped that RFC 3986 does not let stand; escapes already there stay.
  static func encoded(_ address: String) -> String {
    let bytes = Array(address.utf8)
    guard !bytes.indices.allSatisfy({ mayStand(bytes, at: $0) }) else { return address }
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      if mayStand(bytes, at: position) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func mayStand(_ bytes: [UInt8], at position: Int) -> Bool {
    let byte = bytes[position]
    if byte == UInt8(ascii: "%") { return escape(in: bytes, at: position) != nil }
    return byte.isLetter || byte.isDigit || "-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte)
  }

  private static func escape(in bytes: [UInt8], at position: Int) -> UInt8? {
    guard position + 2 < bytes.count else { return nil }
    return UInt8(String(decoding: bytes[(position + 1)...(position + 2)], as: UTF8.self), radix: 16).flatMap {
      bytes[position + 1] == UInt8(ascii: "+") || bytes[position + 1] == UInt8(ascii: "-") ? nil : $0
    }
  }

  /// A local path resolved against the path of a page, as RFC 3986 §5.2 has it; what climbs above the root stays
  /// at the root.
  static func resolve(_ path: String, against base: String) -> String {
    var segments = path.hasPrefix("/") ? [] : base.split(separator: "/", omittingEmptySubsequences: true)
    if !path.hasPrefix("/"), !base.hasSuffix("/"), !segments.isEmpty { segments.removeLast() }
    for segment in path.split(separator: "/", omittingEmptySubsequences: true) where segment != "." {
      if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
    }
    let isFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..") || path == "." || path == ".."
    return "/" + segments.joined(separator: "/") + (isFolder && !segments.isEmpty ? "/" : "")
  }
}
