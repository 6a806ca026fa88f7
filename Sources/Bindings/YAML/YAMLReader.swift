import BookModel
import Yams

/// YAML to values, over Yams.
///
/// Scalars without quotes are read by YAML 1.2's core schema, but that dates stay text.
package enum YAMLReader {
  package struct Failure: Error, Equatable, Sendable {
    /// What the parser said, without its place.
    package var message: String
    /// The byte offset of the place in the text read.
    package var offset: Int
  }

  /// One top-level member of a mapping.
  package struct Member: Sendable {
    package var key: String
    package var value: Value
    /// The byte offset of the key in the text read.
    package var offset: Int
  }

  /// Aliases may make a small text a huge value: beyond this many nodes a document is refused.
  private static let nodeLimit = 100_000

  package static func read(_ bytes: [UInt8]) -> Result<Value, Failure> {
    compose(bytes[...]).flatMap { node in
      guard let node else { return .success(.null) }
      var conversion = Conversion(nodesLeft: nodeLimit)
      let value = conversion.value(of: node, depth: 0)
      return conversion.nodesLeft > 0 ? .success(value) : .failure(tooLarge)
    }
  }

  /// The members of a document that is one mapping, in the order written; none of an empty one.
  package static func members(of bytes: ArraySlice<UInt8>) -> Result<[Member], Failure> {
    compose(bytes).flatMap { node in
      guard let node else { return .success([]) }
      guard case .mapping(let mapping) = node else {
        return .failure(Failure(message: "it names no key", offset: 0))
      }
      let lines = LineStarts(bytes)
      var conversion = Conversion(nodesLeft: nodeLimit)
      let members = mapping.map { key, value in
        Member(
          key: key.string ?? "", value: conversion.value(of: value, depth: 0), offset: lines.offset(of: key.mark))
      }
      return conversion.nodesLeft > 0 ? .success(members) : .failure(tooLarge)
    }
  }

  private static let tooLarge = Failure(message: "it holds more than \(nodeLimit) values", offset: 0)

  private static func compose(_ bytes: ArraySlice<UInt8>) -> Result<Node?, Failure> {
    do {
      return .success(try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)))
    } catch let error as YamlError {
      return .failure(failure(error, LineStarts(bytes)))
    } catch {
      return .failure(Failure(message: "it cannot be parsed", offset: 0))
    }
  }

  private static func failure(_ error: YamlError, _ lines: LineStarts) -> Failure {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Failure(message: problem, offset: lines.offset(of: mark))
    case .duplicatedKeysInMapping(let keys, _):
      return Failure(message: "the key `\(keys.sorted().first ?? "")` stands twice", offset: 0)
    default: return Failure(message: "it cannot be parsed", offset: 0)
    }
  }
}

/// From Yams's nodes to values.
private struct Conversion {
  var nodesLeft: Int

  mutating func value(of node: Node, depth: Int) -> Value {
    nodesLeft -= 1
    guard depth < 100, nodesLeft > 0 else { return .null }
    switch node {
    case .mapping(let mapping):
      return .object(mapping.map { Value.Member($0.key.string ?? "", value(of: $0.value, depth: depth + 1)) })
    case .sequence(let sequence): return .array(sequence.map { value(of: $0, depth: depth + 1) })
    case .scalar(let scalar):
      guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
      return Value(plainYAML: scalar.string)
    case .alias: return .null
    }
  }
}

extension Value {
  /// A scalar of YAML without quotes (YAML 1.2.2 §10.3.2).
  package init(plainYAML text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    default: self = Value.number(plainYAML: text).map(Value.number) ?? .string(text)
    }
  }

  private static func number(plainYAML text: String) -> Double? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x2D || first == 0x2B || first == 0x2E,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2D, 0x2B, 0x2E, 0x65, 0x45].contains($0) })
    else { return nil }
    return Double(text)
  }
}

/// Where lines begin, for the marks of Yams, which count lines and characters from 1.
private struct LineStarts {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func offset(of mark: Mark?) -> Int {
    guard let mark else { return 0 }
    var line = 1
    var column = 1
    for (offset, byte) in bytes.enumerated() {
      if line == mark.line, column >= mark.column, byte & 0xC0 != 0x80 { return offset }
      if byte == UInt8(ascii: "\n") {
        if line == mark.line { return offset }
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return max(0, bytes.count - 1)
  }
}
