/// The name of an element or attribute: a literal of the program, or a checked one.
package struct XMLName: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String

  package init(stringLiteral value: String) {
    text = value
  }

  /// A name that came from outside.
  /// - Returns: nil when it is no name of ASCII letters, digits, `-`, `_`, `.` and `:` that begins with a letter or
  ///   `_` (a subset of XML 1.0 §2.3 that holds every name of XHTML, SVG and MathML).
  package init?(checking name: String) {
    guard let first = name.utf8.first, XMLName.isInitial(first) else { return nil }
    guard name.utf8.dropFirst().allSatisfy(XMLName.isFollowing) else { return nil }
    text = name
  }

  private static func isInitial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func isFollowing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
    default: isInitial(byte)
    }
  }
}
