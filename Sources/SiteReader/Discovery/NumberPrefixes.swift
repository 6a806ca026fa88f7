/// Number prefixes of files and folders: `01-intro` is `intro` at position 1.
///
/// Docusaurus: `numberPrefix.ts` of plugin-content-docs.
struct NumberPrefixes: Equatable, Sendable {
  /// A name without its prefix, and the prefix's number.
  struct Name: Equatable, Sendable {
    var text: String
    var number: Double?
  }

  enum Rule: Equatable, Sendable {
    case standard
    case off
    /// What the site's own function gave for every name in the docs folders.
    case own([String: Name])
  }
  var rule: Rule

  func parse(_ name: String) -> Name {
    switch rule {
    case .standard: NumberPrefixes.standard(name)
    case .off: Name(text: name)
    case .own(let names): names[name] ?? Name(text: name)
    }
  }

  /// Every segment of a path without its prefix.
  func strip(_ path: String) -> String {
    path.split(separator: "/").map { parse(String($0)).text }.joined(separator: "/")
  }

  /// `^(\d+)\s*[-_.]+\s*([^-_.\s].*)$`, but not what looks like a date or a version (`^\d+[-_.]\d+`).
  static func standard(_ name: String) -> Name {
    let bytes = Array(name.utf8)
    let digits = bytes.prefix { $0.isDigit }.count
    guard digits > 0, digits < bytes.count else { return Name(text: name) }
    if bytes[digits].isSeparator, digits + 1 < bytes.count, bytes[digits + 1].isDigit { return Name(text: name) }
    var at = digits
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    let separators = at
    while at < bytes.count, bytes[at].isSeparator { at += 1 }
    guard at > separators else { return Name(text: name) }
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    guard at < bytes.count, !bytes[at].isSeparator else { return Name(text: name) }
    return Name(
      text: String(decoding: bytes[at...], as: UTF8.self),
      number: Double(String(decoding: bytes[..<digits], as: UTF8.self)))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isSeparator: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
