/// A document of TOML 1.0: its value, and where each member of its first level stands.
package struct TOMLDocument: Equatable, Sendable {
  package var members: [Value.Member] = []
  /// From the key to the end of its value, or to the end of its table's head; parallel to `members`.
  package var ranges: [Range<Int>] = []

  package var value: Value { .object(members) }
}

/// Where a text stops being TOML.
package struct TOMLError: Error, Equatable, Sendable {
  /// Lower case, without a full stop.
  package var message: String
  /// In bytes from the start of the text.
  package var offset: Int
}

/// Reads a document of TOML as far as settings and front matter need it: dates are texts, and a table that is written
/// twice is one.
package func parseTOML(_ bytes: some Collection<UInt8>) throws(TOMLError) -> TOMLDocument {
  var reader = TOMLReader(Array(bytes))
  return try reader.read()
}

private struct TOMLReader {
  var scanner: TOMLScanner
  private var document = TOMLDocument()
  /// The table that keys go into.
  private var table: [String] = []

  init(_ bytes: [UInt8]) { scanner = TOMLScanner(bytes) }

  mutating func read() throws(TOMLError) -> TOMLDocument {
    while true {
      scanner.skipLines()
      guard let byte = scanner.peek else { return document }
      let start = scanner.offset
      if byte == UInt8(ascii: "[") {
        try head(at: start)
      } else {
        let keys = try scanner.keys()
        try scanner.expect(UInt8(ascii: "="), "there is no `=` behind the key")
        let value = try scanner.value(depth: 0)
        put(value, at: table + keys, from: start)
      }
      try scanner.endLine()
    }
  }

  /// `[table]` or `[[list of tables]]`.
  private mutating func head(at start: Int) throws(TOMLError) {
    scanner.advance()
    let isList = scanner.peek == UInt8(ascii: "[")
    if isList { scanner.advance() }
    table = try scanner.keys()
    try scanner.expect(UInt8(ascii: "]"), "the table's head is not closed")
    if isList { try scanner.expect(UInt8(ascii: "]"), "the table's head is not closed") }
    put(isList ? .array([.object([])]) : .object([]), at: table, from: start)
  }

  private mutating func put(_ value: Value, at path: [String], from start: Int) {
    let isNew = !document.members.contains { $0.key == path[0] }
    document.members = TOMLReader.adding(value, at: path[...], to: document.members)
    if isNew { document.ranges.append(start..<scanner.offset) }
  }

  private static func adding(
    _ value: Value, at path: ArraySlice<String>, to members: [Value.Member]
  ) -> [Value.Member] {
    guard let key = path.first else { return members }
    var members = members
    let index = members.firstIndex { $0.key == key }
    let old = index.map { members[$0].value }
    let new: Value
    if path.count > 1 {
      // Keys below a list of tables belong to its last.
      if case .array(var items)? = old, case .object(let inner)? = items.popLast() {
        new = .array(items + [.object(adding(value, at: path.dropFirst(), to: inner))])
      } else {
        new = .object(adding(value, at: path.dropFirst(), to: old?.members ?? []))
      }
    } else {
      switch (old, value) {
      case (.array(let items)?, .array(let more)): new = .array(items + more)
      case (.object?, .object([])): new = old ?? value
      default: new = value
      }
    }
    if let index { members[index].value = new } else { members.append(.init(key, new)) }
    return members
  }
}
