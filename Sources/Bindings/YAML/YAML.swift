import BookModel
import Yams

/// A document of YAML: its value, and where each member of it stands when it is an object.
package struct YAMLDocument: Sendable {
  package var value: Value
  /// One range of bytes a member, from its key to the end of its value's last line; parallel to `value.members`.
  package var memberRanges: [Range<Int>]
}

/// Why a text is no YAML, and where.
package struct YAMLSyntaxError: Error, Equatable, Sendable {
  /// Lower case, without a full stop.
  package var message: String
  /// Both counted from 1.
  package var line: Int
  package var column: Int
  /// In bytes from the start of the text.
  package var offset: Int

  package init(message: String, line: Int, column: Int, offset: Int) {
    self.message = message
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// Reads one document of YAML. An empty text is `null`.
/// - Throws: `YAMLSyntaxError`
package func parseYAML(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLSyntaxError) -> YAMLDocument {
  let lines = LineStarts(bytes)
  let root: Node?
  do {
    // The basic resolver has no rules: Yams's own run a regular expression over every scalar, and we tell kinds
    // of scalars apart ourselves.
    root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic, .default, .utf8)
  } catch {
    throw lines.syntaxError(error)
  }
  guard let root else { return YAMLDocument(value: .null, memberRanges: []) }
  var ranges: [Range<Int>] = []
  if case .mapping(let mapping) = root {
    let starts = mapping.map { lines.offset(of: $0.key.mark) }
    for (index, start) in starts.enumerated() {
      var end = index + 1 < starts.count ? max(start, starts[index + 1]) : bytes.count
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      ranges.append(start..<end)
    }
  }
  return YAMLDocument(value: Value(root, depth: 0), memberRanges: ranges)
}

/// Reads one document of YAML.
/// - Throws: `YAMLSyntaxError`
package func parseYAML(_ text: String) throws(YAMLSyntaxError) -> YAMLDocument {
  let bytes = Array(text.utf8)
  let result: Result<YAMLDocument, YAMLSyntaxError> = bytes.withUnsafeBufferPointer { buffer in
    do throws(YAMLSyntaxError) { return .success(try parseYAML(buffer)) } catch { return .failure(error) }
  }
  return try result.get()
}

/// Where lines begin, to turn Yams's marks into bytes.
private struct LineStarts {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var starts = [0]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
  }

  func offset(of mark: Mark?) -> Int {
    guard let mark else { return 0 }
    var offset = starts[min(max(0, mark.line - 1), starts.count - 1)]
    // Columns count characters.
    var column = 1
    while column < mark.column, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  func syntaxError(_ error: any Error) -> YAMLSyntaxError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return YAMLSyntaxError(message: problem, line: mark.line, column: mark.column, offset: offset(of: mark))
    default: return YAMLSyntaxError(message: "it cannot be read", line: 1, column: 1, offset: 0)
    }
  }
}

extension Value {
  /// Nodes deeper than 100 levels are null: a tree that deep is no one's settings.
  fileprivate init(_ node: Node, depth: Int) {
    guard depth < 100 else {
      self = .null
      return
    }
    switch node {
    case .mapping(let mapping):
      self = .object(mapping.map { Member($0.key.scalar?.string ?? "", Value($0.value, depth: depth + 1)) })
    case .sequence(let sequence): self = .array(sequence.map { Value($0, depth: depth + 1) })
    case .scalar(let scalar): self = Value(scalar, node)
    case .alias: self = .null
    }
  }

  private init(_ scalar: Node.Scalar, _ node: Node) {
    guard scalar.style == .plain || scalar.style == .any else {
      self = .string(scalar.string)
      return
    }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    default: self = Value(plain: scalar.string)
    }
  }

  /// A number when it reads as one of YAML 1.2's core schema, else text.
  private init(plain text: String) {
    let isNumeric =
      text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) } && text.utf8.contains { $0 &- 0x30 < 10 }
    if isNumeric, let number = Double(text) { self = .number(number) } else { self = .string(text) }
  }
}
