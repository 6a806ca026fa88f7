/// An address outside the book, valid by the URL standard's rules for a valid URL string (epubcheck RSC-020), which
/// are stricter than what browsers forgive.
struct WebAddress: Equatable {
  let text: String

  /// Encodes what may not stand in an address as it is: spaces, quotes, brackets outside of a host, `|`, letters
  /// beyond ASCII, a `%` that begins no escape.
  /// - Returns: nil when there is no scheme that a reader can follow (`data:` and `file:` are forbidden: epubcheck
  ///   RSC-029, RSC-030), or the host or port is none.
  init?(_ written: String) {
    var bytes = Array(written.utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    if bytes.starts(with: "//".utf8) { bytes = "https:".utf8 + bytes }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon - bytes.startIndex < 12 else { return nil }
    let scheme = String(decoding: bytes[..<colon].map(\.lowercased), as: UTF8.self)
    let rest = bytes[(colon + 1)...]
    switch scheme {
    case "http", "https", "ftp":
      guard let encoded = WebAddress.encodeHierarchical(rest) else { return nil }
      text = scheme + "://" + String(decoding: encoded, as: UTF8.self)
    case "mailto", "tel", "sms", "urn", "geo", "irc", "xmpp", "news":
      guard !rest.isEmpty else { return nil }
      text = scheme + ":" + String(decoding: WebAddress.encode(rest), as: UTF8.self)
    default: return nil
    }
  }

  /// What stands behind the scheme: `//user@host:port/path?query#fragment`, with slashes either way round.
  private static func encodeHierarchical(_ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let afterSlashes = rest.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let end = afterSlashes.firstIndex { "/?#\\".utf8.contains($0) } ?? afterSlashes.endIndex
    guard let authority = encodeAuthority(afterSlashes[..<end]) else { return nil }
    return authority + encode(afterSlashes[end...])
  }

  private static func encodeAuthority(_ authority: ArraySlice<UInt8>) -> [UInt8]? {
    var user: [UInt8] = []
    var host = authority
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      user = encode(authority[..<at]) + "@".utf8
      host = authority[(at + 1)...]
    }
    var port: [UInt8] = []
    if let colon = host.lastIndex(of: UInt8(ascii: ":")), host.last != UInt8(ascii: "]") {
      let digits = String(decoding: host[(colon + 1)...], as: UTF8.self)
      guard digits.isEmpty || UInt16(digits) != nil else { return nil }
      port = digits.isEmpty ? [] : Array((":" + digits).utf8)
      host = host[..<colon]
    }
    return encodeHost(host).map { user + $0 + port }
  }

  private static func encodeHost(_ host: ArraySlice<UInt8>) -> [UInt8]? {
    if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") {
      let inner = host.dropFirst().dropLast()
      let isAddress = inner.contains(UInt8(ascii: ":")) && inner.allSatisfy { $0.isHex || ":.".utf8.contains($0) }
      return isAddress ? Array(host) : nil
    }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var encoded: [UInt8] = []
    for (index, label) in labels.enumerated() {
      let isRoot = label.isEmpty && index > 0 && index == labels.count - 1
      guard let name = isRoot ? [] : HostLabel.encode(label) else { return nil }
      if index > 0 { encoded.append(UInt8(ascii: ".")) }
      encoded += name
    }
    return encoded
  }

  /// Path, query and fragment.
  private static func encode(_ part: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(part.count + 12)
    var isInFragment = false
    for index in part.indices {
      let byte = part[index]
      let isEscape =
        byte == UInt8(ascii: "%") && index + 2 < part.endIndex && part[index + 1].isHex && part[index + 2].isHex
      let isSecondHash = byte == UInt8(ascii: "#") && isInFragment
      if byte == UInt8(ascii: "#") { isInFragment = true }
      if isEscape || (byte.standsInAddress && !isSecondHash) {
        result.append(byte)
      } else if byte == UInt8(ascii: "\\"), !isInFragment {
        result.append(UInt8(ascii: "/"))
      } else {
        result.append(UInt8(ascii: "%"))
        result.append((byte >> 4).hexDigit)
        result.append((byte & 15).hexDigit)
      }
    }
    return result
  }
}

/// The labels of host names.
enum HostLabel {
  /// In lower case, other scripts as Punycode; nil when it is no label.
  static func encode(_ label: ArraySlice<UInt8>) -> [UInt8]? {
    guard !label.isEmpty else { return nil }
    let isASCII = label.allSatisfy { $0 < 0x80 }
    guard label.allSatisfy({ $0 >= 0x80 || $0.isLetterOrDigit || "-_".utf8.contains($0) }) else { return nil }
    if isASCII { return label.map(\.lowercased) }
    let text = String(decoding: label, as: UTF8.self).lowercased()
    let isName = text.unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return scalar.isASCII || properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
    }
    return isName ? Punycode.encode(text).map { Array(("xn--" + $0).utf8) } : nil
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

  fileprivate var hexDigit: UInt8 { self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "A") + self - 10 }

  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  fileprivate var isHex: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// The unreserved and reserved characters (RFC 3986 §2) without the brackets, which belong to hosts.
  fileprivate var standsInAddress: Bool { isLetterOrDigit || "-._~:/?#@!$&'()*+,;=".utf8.contains(self) }
}
