/// The attributes of one element in the order they are written; one whose value is nil is left out.
///
///     xml.element("a", ["href": address, "title": link.title]) { … }
package struct XMLAttributes: ExpressibleByDictionaryLiteral, Sendable {
  package private(set) var pairs: [(XMLName, String?)]

  package init(dictionaryLiteral elements: (XMLName, String?)...) {
    pairs = elements
  }

  /// Adds an attribute behind the others.
  package mutating func append(_ name: XMLName, _ value: String?) {
    pairs.append((name, value))
  }

  /// The attributes of both, the first ones first.
  package static func + (a: XMLAttributes, b: XMLAttributes) -> XMLAttributes {
    var sum = a
    sum.pairs += b.pairs
    return sum
  }

  /// Whether an attribute of the name would be written.
  package func has(_ name: XMLName) -> Bool {
    pairs.contains { $0 == name && $1 != nil }
  }
}
