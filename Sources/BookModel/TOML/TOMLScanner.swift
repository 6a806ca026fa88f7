/// The bytes of a TOML document, read from left to right.
struct TOMLScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0
  private static let depthLimit = 50

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func advance() { offset += 1 }

  private func failure(_ message: String) -> TOMLError { TOMLError(message: message, offset: min(offset, bytes.count)) }

  private mutating func skipSpaces() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { offset += 1 }
  }

  /// White space, line endings and comments.
  mutating func skipLines() {
    while let byte = peek {
      if byte == UInt8(ascii: "#") {
        while let byte = peek, byte != 0x0A { _ = byte; offset += 1 }
      } else if byte <= 0x20 {
        offset += 1
      } else {
        return
      }
    }
  }

  mutating func endLine() throws(TOMLError) {
    skipSpaces()
    guard let byte = peek else { return }
    guard byte == UInt8(ascii: "#") || byte == 0x0A || byte == 0x0D else {
      throw failure("something stands behind the value")
    }
  }

  mutating func expect(_ wanted: UInt8, _ message: String) throws(TOMLError) {
    skipSpaces()
    guard peek == wanted else { throw failure(message) }
    offset += 1
    skipSpaces()
  }

  /// `a.b."c d"`.
  mutating func keys() throws(TOMLError) -> [String] {
    var keys: [String] = []
    repeat {
      if !keys.isEmpty { offset += 1 }
      skipSpaces()
      keys.append(try key())
      skipSpaces()
    } while peek == UInt8(ascii: ".")
    return keys
  }

  private mutating func key() throws(TOMLError) -> String {
    if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") { return try string() }
    let start = offset
    while let byte = peek, byte.isTOMLKey { offset += 1 }
    guard offset > start else { throw failure("there is no key") }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  mutating func value(depth: Int) throws(TOMLError) -> Value {
    guard depth < TOMLScanner.depthLimit else { throw failure("values are nested too deep") }
    switch peek {
    case UInt8(ascii: "\"")?, UInt8(ascii: "'")?: return .string(try string())
    case UInt8(ascii: "[")?: return .array(try array(depth: depth + 1))
    case UInt8(ascii: "{")?: return .object(try inlineTable(depth: depth + 1))
    default: return try bareValue()
    }
  }

  private mutating func array(depth: Int) throws(TOMLError) -> [Value] {
    offset += 1
    var values: [Value] = []
    while true {
      skipLines()
      guard let byte = peek else { throw failure("the list is not closed") }
      if byte == UInt8(ascii: "]") {
        offset += 1
        return values
      }
      values.append(try value(depth: depth))
      skipLines()
      if peek == UInt8(ascii: ",") {
        offset += 1
      } else if peek != UInt8(ascii: "]") {
        throw failure("there is no comma")
      }
    }
  }

  private mutating func inlineTable(depth: Int) throws(TOMLError) -> [Value.Member] {
    offset += 1
    var members: [Value.Member] = []
    while true {
      skipLines()
      guard let byte = peek else { throw failure("the table is not closed") }
      if byte == UInt8(ascii: "}") {
        offset += 1
        return members
      }
      let keys = try keys()
      try expect(UInt8(ascii: "="), "there is no `=` behind the key")
      members.append(.init(keys.joined(separator: "."), try value(depth: depth)))
      skipLines()
      if peek == UInt8(ascii: ",") {
        offset += 1
      } else if peek != UInt8(ascii: "}") {
        throw failure("there is no comma")
      }
    }
  }

  /// A truth value or a number; a date, and whatever else stands without quotes, is text.
  private mutating func bareValue() throws(TOMLError) -> Value {
    let start = offset
    while let byte = peek, byte > 0x20 || byte == 0x20 && offset == start + 10 && isDateSpace,
      !",]}#".utf8.contains(byte)
    { offset += 1 }
    guard offset > start else { throw failure("there is no value") }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return Double(text.filter { $0 != "_" }).map { .number($0) } ?? .string(text)
    }
  }

  /// A blank between a date, of ten letters, and its time.
  private var isDateSpace: Bool {
    offset + 1 < bytes.count && bytes[offset + 1].isASCIIDigit && offset > 0 && bytes[offset - 1].isASCIIDigit
  }

  private mutating func string() throws(TOMLError) -> String {
    let quote = bytes[offset]
    let isLong = bytes[offset...].starts(with: [quote, quote, quote])
    let end = Array(repeating: quote, count: isLong ? 3 : 1)
    offset += end.count
    if isLong, peek == 0x0A { offset += 1 }
    var text: [UInt8] = []
    while let byte = peek {
      if bytes[offset...].starts(with: end) {
        offset += end.count
        return String(decoding: text, as: UTF8.self)
      }
      guard isLong || byte != 0x0A else { break }
      offset += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { escape(into: &text) } else { text.append(byte) }
    }
    throw failure("the text is not closed")
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard let byte = peek else { return }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = bytes[offset...].prefix(byte == UInt8(ascii: "u") ? 4 : 8)
      let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
      offset += digits.count
      text += Array(String(scalar.map(Character.init) ?? "\u{FFFD}").utf8)
    case 0x0A: while let byte = peek, byte <= 0x20 { _ = byte; offset += 1 }
    default: text.append(byte)
    }
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  fileprivate var isTOMLKey: Bool {
    isASCIIDigit || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "-")
  }
}
