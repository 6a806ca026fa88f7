import BookModel

/// JSON (RFC 8259) to values: for files of settings, and for what comes out of the sandbox.
package struct JSONReader {
  /// Why a text is no JSON, and where.
  package struct Failure: Error, Equatable, Sendable {
    package var message: String
    /// A byte offset.
    package var offset: Int
  }

  /// How deep arrays and objects may nest.
  static let depthLimit = 200

  private let bytes: [UInt8]
  private var index = 0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  package static func read(_ text: String) -> Result<Value, Failure> { read(Array(text.utf8)) }

  package static func read(_ bytes: [UInt8]) -> Result<Value, Failure> {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    do throws(Failure) {
      let value = try reader.value(depth: 0)
      reader.skipSpace()
      guard reader.index == bytes.count else { throw reader.failure("text after the end of the value") }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  private func failure(_ message: String) -> Failure { Failure(message: message, offset: index) }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(Failure) -> Value {
    guard depth < JSONReader.depthLimit else { throw failure("values nest too deeply") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case let byte? where byte.isNumberByte: return try number()
    default: throw failure("a value is expected")
    }
  }

  private mutating func word(_ text: StaticString, _ value: Value) throws(Failure) -> Value {
    let length = text.utf8CodeUnitCount
    guard index + length <= bytes.count,
      (0..<length).allSatisfy({ bytes[index + $0] == text.utf8Start[$0] })
    else { throw failure("a value is expected") }
    index += length
    return value
  }

  private mutating func number() throws(Failure) -> Value {
    let start = index
    while let byte = current, byte.isNumberByte { index += 1 }
    guard let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)), number.isFinite else {
      index = start
      throw failure("this is no number")
    }
    return .number(number)
  }

  private mutating func array(depth: Int) throws(Failure) -> Value {
    index += 1
    var values: [Value] = []
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure("`,` or `]` is expected") }
    return .array(values)
  }

  private mutating func object(depth: Int) throws(Failure) -> Value {
    index += 1
    var members: [Value.Member] = []
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure("a key in double quotes is expected") }
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw failure("`:` is expected") }
      members.append(Value.Member(key, try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure("`,` or `}` is expected") }
    return .object(members)
  }

  private mutating func string() throws(Failure) -> String {
    index += 1
    var units: [UInt8] = []
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &units)
      default: units.append(byte)
      }
    }
    throw failure("a string is not closed")
  }

  private mutating func escape(into units: inout [UInt8]) throws(Failure) {
    guard let byte = current else { throw failure("a string is not closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): units.append(0x0A)
    case UInt8(ascii: "t"): units.append(0x09)
    case UInt8(ascii: "r"): units.append(0x0D)
    case UInt8(ascii: "b"): units.append(0x08)
    case UInt8(ascii: "f"): units.append(0x0C)
    case UInt8(ascii: "u"): units.append(contentsOf: String(try scalar()).utf8)
    default: units.append(byte)
    }
  }

  /// The scalar of `\uXXXX`, or of two that make a surrogate pair; a lone surrogate is U+FFFD.
  private mutating func scalar() throws(Failure) -> Unicode.Scalar {
    let high = try codeUnit()
    if (0xD800..<0xDC00).contains(high), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let mark = index
      index += 2
      let low = try codeUnit()
      if (0xDC00..<0xE000).contains(low) {
        return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
      }
      index = mark
    }
    return Unicode.Scalar(high) ?? "\u{FFFD}"
  }

  private mutating func codeUnit() throws(Failure) -> UInt32 {
    guard index + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are expected") }
    index += 4
    return unit
  }
}

extension UInt8 {
  fileprivate var isNumberByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
