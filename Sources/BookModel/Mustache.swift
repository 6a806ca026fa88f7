/// A Mustache template (mustache(5)): variables, sections, inverted sections and comments; no partials, no lambdas and no
/// other delimiters.
package struct Mustache: Equatable, Sendable {
  /// Why a text is no template, in a sentence without a full stop.
  package struct Failure: Error, Equatable, Sendable {
    package var message: String
  }

  private indirect enum Piece: Equatable, Sendable {
    case text(String)
    case variable([String], isRaw: Bool)
    case section([String], isInverted: Bool, [Piece])
  }
  private let pieces: [Piece]

  package init(_ text: String) throws(Failure) {
    var parser = Parser(bytes: Array(text.utf8))
    pieces = try parser.pieces(until: nil, depth: 0)
  }

  /// The text for a value: `{{name}}` escaped as HTML by `escape`, `{{{name}}}` as it is.
  /// - Parameter show: the text of a value that is no list and no object; nil shows nothing.
  package func rendered(
    with value: Value, show: (Value) -> String? = { $0.scalarText }, escape: (String) -> String = Mustache.escaped
  ) -> String {
    var output = ""
    render(pieces, [value], show, escape, into: &output)
    return output
  }

  /// Text as HTML.
  package static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }

  private func render(
    _ pieces: [Piece], _ stack: [Value], _ show: (Value) -> String?, _ escape: (String) -> String,
    into output: inout String
  ) {
    for piece in pieces {
      switch piece {
      case .text(let text): output += text
      case .variable(let name, let isRaw):
        let text = Mustache.value(of: name, in: stack).flatMap(show) ?? ""
        output += isRaw ? text : escape(text)
      case .section(let name, let isInverted, let inner):
        let value = Mustache.value(of: name, in: stack) ?? .null
        let items = Mustache.items(of: value)
        if isInverted {
          if items.isEmpty { render(inner, stack, show, escape, into: &output) }
        } else {
          for item in items { render(inner, stack + [item], show, escape, into: &output) }
        }
      }
    }
  }

  /// What a section is repeated for: the elements of a list, anything else once unless it is false, empty or nothing.
  private static func items(of value: Value) -> [Value] {
    switch value {
    case .null, .bool(false): []
    case .string(let text): text.isEmpty ? [] : [value]
    case .array(let values): values
    case .bool(true), .number, .object: [value]
    }
  }

  /// The innermost object that has the first name decides; the others are members of what is found.
  private static func value(of name: [String], in stack: [Value]) -> Value? {
    guard let first = name.first else { return stack.last }
    for value in stack.reversed() {
      guard let found = value[first] else { continue }
      return name.dropFirst().reduce(found) { value, key in value?[key] }
    }
    return nil
  }

  private struct Parser {
    let bytes: [UInt8]
    var position = 0

    mutating func pieces(until name: String?, depth: Int) throws(Failure) -> [Piece] {
      guard depth < 50 else { throw Failure(message: "sections nest too deeply") }
      var result: [Piece] = []
      while position < bytes.count {
        let start = position
        while position < bytes.count, !isAt("{{") { position += 1 }
        if position > start { result.append(.text(String(decoding: bytes[start..<position], as: UTF8.self))) }
        guard position < bytes.count else { break }
        let isTriple = isAt("{{{")
        guard let tag = self.tag(closing: isTriple ? "}}}" : "}}") else {
          throw Failure(message: "`{{` is never closed")
        }
        switch tag.utf8.first {
        case _ where isTriple: result.append(.variable(Parser.path(tag), isRaw: true))
        case UInt8(ascii: "&"): result.append(.variable(Parser.path(String(tag.dropFirst())), isRaw: true))
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
          let key = Parser.trimmed(String(tag.dropFirst()))
          let inner = try pieces(until: key, depth: depth + 1)
          result.append(.section(Parser.path(key), isInverted: tag.first == "^", inner))
        case UInt8(ascii: "/"):
          let key = Parser.trimmed(String(tag.dropFirst()))
          guard key == name else { throw Failure(message: "`{{/\(key)}}` closes nothing") }
          return result
        case UInt8(ascii: ">"), UInt8(ascii: "="):
          throw Failure(message: "`{{\(tag)}}` is more of Mustache than there is here")
        default: result.append(.variable(Parser.path(tag), isRaw: false))
        }
      }
      guard name == nil else { throw Failure(message: "`{{#\(name ?? "")}}` is never closed") }
      return result
    }

    private func isAt(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func tag(closing end: String) -> String? {
      let start = position + end.utf8.count
      position = min(start, bytes.count)
      while position < bytes.count, !isAt(end) { position += 1 }
      guard position < bytes.count else { return nil }
      defer { position += end.utf8.count }
      return Parser.trimmed(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private static func path(_ text: String) -> [String] {
      trimmed(text).split(separator: ".").map(String.init)
    }

    private static func trimmed(_ text: String) -> String {
      var text = text[...]
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text.drop(while: \.isWhitespace))
    }
  }
}
