import BookModel

/// An address outside the book, valid by the URL standard's rules for a valid URL string (epubcheck RSC-020), which
/// are stricter than what browsers forgive.
struct WebAddress: Equatable {
  let text: String

  /// Encodes what may not stand in an address as it is: spaces, quotes, brackets outside of a host, `|`, letters
  /// beyond ASCII, a `%` that begins no escape.
  /// - Returns: nil when there is no scheme that a reader can follow (`data:` and `file:` are forbidden: epubcheck
  ///   RSC-029, RSC-030), or the host or port is none.
  init?(_ written: String) {
    var rest = Substring(written.trimmed)
    if rest.hasPrefix("//") { rest = "https:" + rest }
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    let scheme = rest[..<colon].lowercased()
    let afterScheme = rest[rest.index(after: colon)...]
    switch scheme {
    case "http", "https", "ftp":
      guard let encoded = WebAddress.encodeHierarchical(afterScheme) else { return nil }
      text = scheme + "://" + encoded
    case "mailto", "tel", "sms", "urn", "geo", "irc", "xmpp", "news":
      guard !afterScheme.isEmpty else { return nil }
      text = scheme + ":" + WebAddress.encode(afterScheme)
    default: return nil
    }
  }

  private static func encodeHierarchical(_ afterScheme: Substring) -> String? {
    let afterSlashes = afterScheme.drop { $0 == "/" || $0 == "\\" }
    let end = afterSlashes.firstIndex { "/?#\\".contains($0) } ?? afterSlashes.endIndex
    guard let authority = encodeAuthority(afterSlashes[..<end]) else { return nil }
    return authority + encode(afterSlashes[end...])
  }

  private static func encodeAuthority(_ authority: Substring) -> String? {
    var user = ""
    var host = authority
    if let at = authority.lastIndex(of: "@") {
      user = encode(authority[..<at]) + "@"
      host = authority[authority.index(after: at)...]
    }
    var port = ""
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
      let digits = host[host.index(after: colon)...]
      guard digits.isEmpty || UInt16(digits) != nil else { return nil }
      port = digits.isEmpty ? "" : ":" + digits
      host = host[..<colon]
    }
    return encodeHost(host).map { user + $0 + port }
  }

  private static func encodeHost(_ host: Substring) -> String? {
    if host.hasPrefix("["), host.hasSuffix("]") {
      let inner = host.dropFirst().dropLast()
      return inner.contains(":") && inner.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) ? String(host) : nil
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let encoded = labels.compactMap { label in encodeLabel(label) }
    guard encoded.count == labels.count, !host.isEmpty else { return nil }
    let isRooted = encoded.count > 1 && encoded.last == ""
    return (isRooted ? encoded.dropLast() : encoded[...]).contains("") ? nil : encoded.joined(separator: ".")
  }

  private static func encodeLabel(_ label: Substring) -> String? {
    if label.utf8.allSatisfy({ $0 < 0x80 }) {
      let isName = label.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
      return isName ? label.lowercased() : nil
    }
    guard
      label.unicodeScalars.allSatisfy({
        $0.isASCII
          ? $0.properties.isAlphabetic || "0-9".contains(Character($0)) || $0 == "-" || ("0"..."9").contains($0)
          : $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    else { return nil }
    return Punycode.encode(label.lowercased()).map { "xn--" + $0 }
  }

  /// Path, query and fragment.
  private static func encode(_ part: Substring) -> String {
    let bytes = Array(part.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 12)
    var isInFragment = false
    for (index, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "%") && index + 2 < bytes.count && bytes[index + 1].isHex && bytes[index + 2].isHex
      let isSecondHash = byte == UInt8(ascii: "#") && isInFragment
      if byte == UInt8(ascii: "#") { isInFragment = true }
      if isEscape || (byte.standsInAddress && !isSecondHash) {
        result.append(byte)
      } else if byte == UInt8(ascii: "\\"), !isInFragment {
        result.append(UInt8(ascii: "/"))
      } else {
        result.append(UInt8(ascii: "%"))
        result.append(contentsOf: [byte >> 4, byte & 15].map { $0 < 10 ? 48 + $0 : 55 + $0 })
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isHex: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// The unreserved and reserved characters (RFC 3986 §2) without the brackets, which belong to hosts.
  fileprivate var standsInAddress: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: WebAddress.punctuation.contains(self)
    }
  }
}

extension WebAddress {
  fileprivate static let punctuation = Set("-._~:/?#@!$&'()*+,;=".utf8)
}

extension String {
  fileprivate var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
