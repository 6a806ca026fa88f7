/// A value of YAML, JSON or JavaScript, free of all three.
package indirect enum Value: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([Value])
  /// In the order written.
  case object([Member])

  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: Value
    package init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The member of an object; nil where there is none, or this is no object. The last of equal keys counts.
  package subscript(key: String) -> Value? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The text of a scalar as a person would write it: numbers and truth values where text is expected.
  package var scalarText: String? {
    switch self {
    case .string(let text): return text
    case .number(let number):
      return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .bool(let truth): return truth ? "true" : "false"
    case .null, .array, .object: return nil
    }
  }

  package var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  package var bool: Bool? {
    guard case .bool(let truth) = self else { return nil }
    return truth
  }

  package var array: [Value]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  package var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}
