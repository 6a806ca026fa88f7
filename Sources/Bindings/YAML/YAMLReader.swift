import BookModel
import Yams

/// YAML to values, over Yams.
package enum YAMLReader {
  package struct Failure: Error, Equatable, Sendable {
    package var message: String
    package var offset: Int
  }

  package static func read(_ bytes: [UInt8]) -> Result<Value, Failure> {
    do {
      guard let node = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)) else { return .success(.null) }
      return .success(value(of: node, depth: 0))
    } catch {
      return .failure(Failure(message: "\(error)", offset: 0))
    }
  }

  private static func value(of node: Node, depth: Int) -> Value {
    guard depth < 100 else { return .null }
    switch node {
    case .mapping(let mapping):
      return .object(mapping.map { Value.Member($0.key.string ?? "", value(of: $0.value, depth: depth + 1)) })
    case .sequence(let sequence): return .array(sequence.map { value(of: $0, depth: depth + 1) })
    case .scalar(let scalar):
      guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
      if let truth = Bool.construct(from: scalar) { return .bool(truth) }
      if let number = Double(scalar.string) { return .number(number) }
      return ["", "~", "null", "Null", "NULL"].contains(scalar.string) ? .null : .string(scalar.string)
    case .alias: return .null
    }
  }
}
