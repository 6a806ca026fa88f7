import BookModel

/// Reads the part of JavaScript that is data: literals, templates, member access, concatenation.
struct ScriptParser {
  let bytes: [UInt8]
  private let scope: ScriptScope
  var position = 0
  private var depth = 0

  init(_ text: String, scope: ScriptScope) {
    bytes = Array(text.utf8)
    self.scope = scope
  }

  /// The same text from the same place on, with other names known.
  init(copying other: ScriptParser, scope: ScriptScope) {
    bytes = other.bytes
    position = other.position
    self.scope = scope
  }

  mutating func wholeExpression() -> Value? {
    guard let value = expression() else { return nil }
    skipSpace()
    return position == bytes.count ? value : nil
  }

  mutating func expression() -> Value? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Nesting.limit, var value = operand() else { return nil }
    while take("+") {
      guard let right = operand() else { return nil }
      if case .number(let a) = value, case .number(let b) = right {
        value = .number(a + b)
      } else if let a = value.scalarText, let b = right.scalarText {
        value = .string(a + b)
      } else {
        return nil
      }
    }
    return value
  }

  private mutating func operand() -> Value? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let value: Value?
    switch bytes[position] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): value = quoted().map { .string($0) }
    case UInt8(ascii: "`"): value = template().map { .string($0) }
    case UInt8(ascii: "["): value = array()
    case UInt8(ascii: "{"): value = object()
    case UInt8(ascii: "("):
      position += 1
      guard let inner = expression(), take(")") else { return nil }
      value = inner
    case let byte where byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."): value = number()
    default: value = name().flatMap { self.value(named: $0) }
    }
    return value.flatMap { members(of: $0) }
  }

  private mutating func members(of value: Value) -> Value? {
    var value = value
    while true {
      if take(".") {
        guard let key = name(), let member = member(key, of: value) else { return nil }
        value = member
      } else if position < bytes.count, bytes[position] == UInt8(ascii: "[") {
        position += 1
        guard let key = expression()?.scalarText, take("]"), let member = member(key, of: value) else { return nil }
        value = member
      } else {
        return value
      }
    }
  }

  /// A module of a picture is its own `default`.
  private func member(_ key: String, of value: Value) -> Value? {
    if case .array(let elements) = value, let index = Int(key), elements.indices.contains(index) {
      return elements[index]
    }
    return value[key] ?? (key == "default" && value.string != nil ? value : nil)
  }

  private mutating func value(named name: String) -> Value? {
    switch name {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "undefined": return .null
    case "require", "useBaseUrl", "translate": return call(name)
    default: return scope[name]
    }
  }

  private mutating func call(_ function: String) -> Value? {
    guard take("("), let argument = expression() else { return nil }
    while take(",") {
      if position < bytes.count, bytes[position] != UInt8(ascii: ")") { guard expression() != nil else { return nil } }
    }
    guard take(")") else { return nil }
    switch function {
    case "translate": return argument["message"] ?? argument["id"]
    case "useBaseUrl": return argument.string.map { .string($0.contains(":") || $0.hasPrefix("/") ? $0 : "/" + $0) }
    default: return argument
    }
  }

  private mutating func array() -> Value? {
    position += 1
    var elements: [Value] = []
    while !take("]") {
      guard let element = expression() else { return nil }
      elements.append(element)
      guard take(",") || peek("]") else { return nil }
    }
    return .array(elements)
  }

  private mutating func object() -> Value? {
    position += 1
    var members: [Value.Member] = []
    while !take("}") {
      guard let key = key() else { return nil }
      if take(":") {
        guard let value = expression() else { return nil }
        members.append(Value.Member(key, value))
      } else {
        guard let value = scope[key] else { return nil }
        members.append(Value.Member(key, value))
      }
      guard take(",") || peek("}") else { return nil }
    }
    return .object(members)
  }

  private mutating func key() -> String? {
    skipSpace()
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return quoted()
    case let byte where byte.isDigit: return number()?.scalarText
    default: return name()
    }
  }

  private mutating func number() -> Value? {
    let start = position
    while position < bytes.count,
      bytes[position].isDigit || bytes[position].isLetter
        || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains(bytes[position])
    {
      position += 1
    }
    let text = String(decoding: bytes[start..<position].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    return Double(text).map { .number($0) }
  }

  mutating func quoted() -> String? {
    let quote = bytes[position]
    position += 1
    var result: [UInt8] = []
    while position < bytes.count, bytes[position] != quote {
      guard let piece = character() else { return nil }
      result += piece
    }
    guard position < bytes.count else { return nil }
    position += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func template() -> String? {
    position += 1
    var result: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "`") {
      if bytes[position] == UInt8(ascii: "$"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "{") {
        position += 2
        guard let text = expression()?.scalarText, take("}") else { return nil }
        result += Array(text.utf8)
      } else {
        guard let piece = character() else { return nil }
        result += piece
      }
    }
    guard position < bytes.count else { return nil }
    position += 1
    return String(decoding: result, as: UTF8.self)
  }

  /// One byte of a string, or what an escape stands for.
  private mutating func character() -> [UInt8]? {
    let byte = bytes[position]
    position += 1
    guard byte == UInt8(ascii: "\\") else { return [byte] }
    guard position < bytes.count else { return nil }
    let escaped = bytes[position]
    position += 1
    switch escaped {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case 0x0A: return []
    case UInt8(ascii: "u"): return unicodeEscape()
    default: return [escaped]
    }
  }

  private mutating func unicodeEscape() -> [UInt8]? {
    let isBraced = position < bytes.count && bytes[position] == UInt8(ascii: "{")
    if isBraced { position += 1 }
    let start = position
    while position < bytes.count, bytes[position].isLetter || bytes[position].isDigit, isBraced || position < start + 4
    {
      position += 1
    }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    if isBraced { position = min(position + 1, bytes.count) }
    return UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }.map { Array(String(Character($0)).utf8) }
  }

  mutating func name() -> String? {
    skipSpace()
    let start = position
    while position < bytes.count, bytes[position].isNamePart { position += 1 }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  mutating func peek(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    return position < bytes.count && bytes[position] == UInt8(ascii: mark)
  }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek(mark) else { return false }
    position += 1
    return true
  }

  mutating func skipSpace() {
    while position < bytes.count {
      if bytes[position].isSpace {
        position += 1
      } else if bytes[position] == UInt8(ascii: "/"), position + 1 < bytes.count {
        if bytes[position + 1] == UInt8(ascii: "/") {
          skipLine()
        } else if bytes[position + 1] == UInt8(ascii: "*") {
          skipComment()
        } else {
          return
        }
      } else {
        return
      }
    }
  }

  mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
  }

  private mutating func skipComment() {
    position += 2
    while position + 1 < bytes.count,
      !(bytes[position] == UInt8(ascii: "*") && bytes[position + 1] == UInt8(ascii: "/"))
    {
      position += 1
    }
    position = min(position + 2, bytes.count)
  }
}

extension UInt8 {
  fileprivate var isNamePart: Bool {
    isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || self >= 0x80
  }
}
