import BookModel
import SourceText

/// Turns JavaScript with JSX in it into JavaScript without: `<b x={1}>a</b>` → `$h("b", {"x": (1)}, "a")`.
///
/// A transform of tokens, not a parser: what is no JSX is copied. Module statements go on the way: imports, and the
/// word `export`. What does not read so gives nil.
struct JSXTransform {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  private var depth = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  static func script(_ text: String) -> String? {
    var transform = JSXTransform(text)
    guard transform.copy(until: nil), transform.position == transform.bytes.count else { return nil }
    return String(decoding: transform.output, as: UTF8.self)
  }

  private func byte(at offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  // MARK: JavaScript

  /// Copies up to a closing brace that belongs to no opening one, or to the end.
  private mutating func copy(until end: UInt8?) -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth < Nesting.limit else { return false }
    var braces = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"):
        if braces == 0 { return end == byte }
        braces -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard copyString(byte) else { return false }
        continue
      case UInt8(ascii: "`"):
        guard copyTemplate() else { return false }
        continue
      case UInt8(ascii: "/")
      where self.byte(at: position + 1) == byte || self.byte(at: position + 1) == UInt8(ascii: "*"):
        skipComment()
        continue
      case UInt8(ascii: "/") where expectsOperand:
        guard copyPattern() else { return false }
        continue
      case UInt8(ascii: "<") where expectsOperand && beginsTag:
        guard element() else { return false }
        continue
      default:
        if byte.isWordStart, !self.byte(at: position - 1).isWordPart {
          copyWord(atTopLevel: braces == 0 && end == nil)
          continue
        }
      }
      output.append(byte)
      position += 1
    }
    return end == nil && braces == 0
  }

  /// Whether the next token begins an operand, as told by the last one written.
  private var expectsOperand: Bool {
    var index = output.count - 1
    while index >= 0, output[index].isSpace { index -= 1 }
    guard index >= 0 else { return true }
    let last = output[index]
    if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: "}") || last == UInt8(ascii: "\"")
      || last == UInt8(ascii: "'") || last == UInt8(ascii: "`")
    {
      return false
    }
    guard last.isWordPart else { return true }
    var start = index
    while start > 0, output[start - 1].isWordPart { start -= 1 }
    let word = String(decoding: output[start...index], as: UTF8.self)
    return ["return", "typeof", "case", "in", "of", "default", "do", "else", "void", "new", "yield", "await"]
      .contains(word)
  }

  private var beginsTag: Bool {
    let next = byte(at: position + 1)
    return next.isWordStart || next == UInt8(ascii: ">")
  }

  /// A word; at the top level an import is passed over and `export` left out.
  private mutating func copyWord(atTopLevel: Bool) {
    let start = position
    while position < bytes.count, bytes[position].isWordPart { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    let isStatement =
      atTopLevel && (start == 0 || byte(at: start - 1) == 0x0A || byte(at: start - 1) == UInt8(ascii: ";"))
    if isStatement, word == "import", byte(at: position) != UInt8(ascii: "(") {
      skipImport()
    } else if isStatement, word == "export" {
      skipSpace()
      if bytes[position...].starts(with: "default".utf8) {
        output += "var $default = ".utf8
        position += 7
      }
    } else {
      output += bytes[start..<position]
    }
  }

  /// To the end of the string that names the module.
  private mutating func skipImport() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "'"), bytes[position] != UInt8(ascii: "\"") {
      position += 1
    }
    guard position < bytes.count else { return }
    let quote = bytes[position]
    position += 1
    while position < bytes.count, bytes[position] != quote { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private mutating func copyString(_ quote: UInt8) -> Bool {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != quote, bytes[position] != 0x0A {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard byte(at: position) == quote else { return false }
    position += 1
    output += bytes[start..<position]
    return true
  }

  private mutating func copyTemplate() -> Bool {
    output.append(bytes[position])
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "$"), self.byte(at: position + 1) == UInt8(ascii: "{") {
        output += "${(".utf8
        position += 2
        guard copy(until: UInt8(ascii: "}")) else { return false }
        output += ")}".utf8
        position += 1
        continue
      }
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
        output += bytes[position..<position + 2]
        position += 2
        continue
      }
      output.append(byte)
      position += 1
      if byte == UInt8(ascii: "`") { return true }
    }
    return false
  }

  /// A regular expression.
  private mutating func copyPattern() -> Bool {
    let start = position
    position += 1
    var isInClass = false
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != UInt8(ascii: "/") || isInClass {
      if bytes[position] == UInt8(ascii: "[") { isInClass = true }
      if bytes[position] == UInt8(ascii: "]") { isInClass = false }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard byte(at: position) == UInt8(ascii: "/") else { return false }
    position += 1
    output += bytes[start..<position]
    return true
  }

  private mutating func skipComment() {
    if byte(at: position + 1) == UInt8(ascii: "/") {
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    } else {
      position += 2
      while position < bytes.count, !bytes[position...].starts(with: "*/".utf8) { position += 1 }
      position = min(position + 2, bytes.count)
    }
    output.append(0x20)
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isSpace { position += 1 }
  }

  // MARK: JSX

  /// An element or a fragment at a `<`.
  private mutating func element() -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth < Nesting.limit else { return false }
    position += 1
    let name = tagName()
    output += "$h(".utf8
    output += JSXTransform.type(of: name).utf8
    output += ", {".utf8
    guard attributes() else { return false }
    output.append(UInt8(ascii: "}"))
    if byte(at: position) == UInt8(ascii: "/") {
      position += 1
      skipSpace()
    } else {
      position += 1
      guard children(of: name) else { return false }
    }
    guard byte(at: position) == UInt8(ascii: ">") else { return false }
    position += 1
    output.append(UInt8(ascii: ")"))
    return true
  }

  private mutating func tagName() -> String {
    let start = position
    while byte(at: position).isWordPart || "-.:".utf8.contains(byte(at: position)) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// What a tag is to the program: a name, or a function of the page's own.
  static func type(of name: String) -> String {
    let text = Value.string(name).json
    guard let first = name.utf8.first, first.isWordStart, first.lowercasedASCII != first || name.contains("."),
      name.utf8.allSatisfy({ $0.isWordPart || $0 == UInt8(ascii: ".") })
    else { return text }
    let root = name.split(separator: ".")[0]
    return "(typeof \(root) === \"undefined\" ? \(text) : $type(\(name), \(text)))"
  }

  /// The attributes, up to `>` or `/`.
  private mutating func attributes() -> Bool {
    while true {
      skipSpace()
      let byte = byte(at: position)
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return true }
      if byte == UInt8(ascii: "{") {
        position += 1
        guard copy(until: UInt8(ascii: "}")) else { return false }
        position += 1
      } else {
        let name = tagName()
        guard !name.isEmpty else { return false }
        output += (Value.string(name).json + ": ").utf8
        skipSpace()
        guard self.byte(at: position) == UInt8(ascii: "=") else {
          output += "true,".utf8
          continue
        }
        position += 1
        skipSpace()
        guard attributeValue() else { return false }
      }
      output.append(UInt8(ascii: ","))
    }
  }

  private mutating func attributeValue() -> Bool {
    switch byte(at: position) {
    case UInt8(ascii: "{"):
      position += 1
      output.append(UInt8(ascii: "("))
      guard copy(until: UInt8(ascii: "}")) else { return false }
      position += 1
      output.append(UInt8(ascii: ")"))
      return true
    case UInt8(ascii: "<"): return element()
    case let quote where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"):
      guard let end = bytes[(position + 1)...].firstIndex(of: quote) else { return false }
      output += Value.string(CharacterReferences.decoded(bytes[(position + 1)..<end])).json.utf8
      position = end + 1
      return true
    default: return false
    }
  }

  /// The children, up to the `>` of the closing tag.
  private mutating func children(of name: String) -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<") where byte(at: position + 1) == UInt8(ascii: "/"):
        position += 2
        guard tagName() == name else { return false }
        skipSpace()
        return true
      case UInt8(ascii: "<"):
        output += ", ".utf8
        guard element() else { return false }
      case UInt8(ascii: "{"):
        position += 1
        let mark = output.count
        output += ", (".utf8
        let start = output.count
        guard copy(until: UInt8(ascii: "}")) else { return false }
        position += 1
        if output[start...].allSatisfy(\.isSpace) {
          output.removeSubrange(mark...)
        } else {
          output.append(UInt8(ascii: ")"))
        }
      default: text()
      }
    }
    return false
  }

  /// Text: its lines without the white space around line ends, joined by spaces (the JSX of every compiler).
  private mutating func text() {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<"), bytes[position] != UInt8(ascii: "{") {
      position += 1
    }
    let lines = bytes[start..<position].split(separator: 0x0A, omittingEmptySubsequences: false)
    var kept: [[UInt8]] = []
    for (index, line) in lines.enumerated() {
      var line = line
      if index > 0 { line = line.drop { $0.isSpace } }
      if index < lines.count - 1 { while line.last?.isSpace == true { line.removeLast() } }
      if !line.isEmpty { kept.append(Array(line)) }
    }
    guard !kept.isEmpty else { return }
    let joined = Array(kept.joined(separator: [0x20]))
    output += (", " + Value.string(CharacterReferences.decoded(joined[...])).json).utf8
  }
}

extension UInt8 {
  fileprivate var isWordStart: Bool {
    isLetter || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || self >= 0x80
  }
  fileprivate var isWordPart: Bool { isWordStart || isDigit }
}
