/// A token of JavaScript or TypeScript, as far as types and modules need one.
struct ScriptToken {
  enum Kind {
    case word, punctuator, string, template, number, regularExpression
  }
  var kind: Kind
  var range: Range<Int>
  /// Whether a line ends between this token and the one before.
  var startsLine: Bool
}

/// The tokens of a script (ECMAScript 2025 §12), comments left out.
///
/// `>` is always a token of its own, so that the brackets of nested type arguments pair; `=>` is one token.
/// A template is one token, what stands in its `${…}` included.
struct ScriptTokens {
  let bytes: [UInt8]
  private(set) var tokens: [ScriptToken] = []
  private var index = 0
  private var sawLineEnd = true

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    if bytes.dropFirst(index).starts(with: [UInt8(ascii: "#"), UInt8(ascii: "!")]) { skipLine() }
    while index < bytes.count { readToken() }
  }

  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Whether a token is exactly this word or punctuator.
  func isToken(_ number: Int, _ text: StaticString) -> Bool {
    guard tokens.indices.contains(number) else { return false }
    let token = tokens[number]
    guard token.kind == .word || token.kind == .punctuator, token.range.count == text.utf8CodeUnitCount
    else { return false }
    return bytes[token.range].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func isWord(_ number: Int) -> Bool { tokens.indices.contains(number) && tokens[number].kind == .word }

  func isString(_ number: Int) -> Bool { tokens.indices.contains(number) && tokens[number].kind == .string }

  func text(_ number: Int) -> String { String(decoding: bytes[tokens[number].range], as: UTF8.self) }

  /// The token after the bracket that closes the one at `number`, or the end.
  func afterGroup(_ number: Int) -> Int {
    var depth = 0
    var at = number
    while at < tokens.count {
      if tokens[at].kind == .punctuator {
        switch bytes[tokens[at].range.lowerBound] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
      at += 1
      if depth <= 0 { break }
    }
    return at
  }
}

extension ScriptTokens {
  private mutating func add(_ kind: ScriptToken.Kind, to end: Int) {
    tokens.append(ScriptToken(kind: kind, range: index..<min(end, bytes.count), startsLine: sawLineEnd))
    sawLineEnd = false
    index = min(end, bytes.count)
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
  }

  private mutating func readToken() {
    let first = bytes[index]
    let next = byte(index + 1)
    switch first {
    case 0x0A, 0x0D:
      sawLineEnd = true
      index += 1
    case 0x20, 0x09, 0x0B, 0x0C: index += 1
    case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): add(.string, to: endOfString(from: index))
    case UInt8(ascii: "`"): add(.template, to: endOfTemplate(from: index, depth: 0))
    case UInt8(ascii: "/") where regularExpressionMayStart:
      add(.regularExpression, to: endOfRegularExpression(from: index))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): add(.number, to: endOfWord(from: index, dots: true))
    case _ where first.isScriptWord: add(.word, to: endOfWord(from: index, dots: false))
    case UInt8(ascii: "=") where next == UInt8(ascii: ">"): add(.punctuator, to: index + 2)
    case UInt8(ascii: "=") where next == UInt8(ascii: "="): add(.punctuator, to: index + 2)
    case UInt8(ascii: "?") where next == UInt8(ascii: "?") || next == UInt8(ascii: "."):
      add(.punctuator, to: index + 2)
    case UInt8(ascii: ".") where next == UInt8(ascii: ".") && byte(index + 2) == UInt8(ascii: "."):
      add(.punctuator, to: index + 3)
    default: add(.punctuator, to: index + 1)
    }
  }

  private mutating func skipComment() {
    index += 2
    while index < bytes.count, !(bytes[index] == UInt8(ascii: "*") && byte(index + 1) == UInt8(ascii: "/")) {
      if bytes[index] == 0x0A { sawLineEnd = true }
      index += 1
    }
    index += 2
  }

  /// After an operand `/` divides; elsewhere it begins a regular expression.
  private var regularExpressionMayStart: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .string, .template, .number, .regularExpression: return false
    case .punctuator:
      let byte = bytes[last.range.lowerBound]
      return byte != UInt8(ascii: ")") && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "}")
    case .word:
      let word = text(tokens.count - 1)
      return ["return", "typeof", "case", "in", "of", "delete", "void", "new", "throw", "await", "yield"]
        .contains(word)
    }
  }

  private func endOfWord(from start: Int, dots: Bool) -> Int {
    var at = start
    while at < bytes.count, bytes[at].isScriptWord || (dots && bytes[at] == UInt8(ascii: ".")) { at += 1 }
    return max(at, start + 1)
  }

  private func endOfString(from start: Int) -> Int {
    var at = start + 1
    while at < bytes.count, bytes[at] != bytes[start], bytes[at] != 0x0A {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return at + 1
  }

  private func endOfRegularExpression(from start: Int) -> Int {
    var at = start + 1
    var inClass = false
    while at < bytes.count, bytes[at] != 0x0A {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "["): inClass = true
      case UInt8(ascii: "]"): inClass = false
      case UInt8(ascii: "/") where !inClass: return endOfWord(from: at + 1, dots: false)
      default: break
      }
      at += 1
    }
    return at
  }

  /// Braces in `${…}` are counted; strings and templates in it are skipped whole.
  private func endOfTemplate(from start: Int, depth: Int) -> Int {
    var at = start + 1
    var braces = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "`"):
        if braces == 0 { return at + 1 }
        if depth < 50 { at = endOfTemplate(from: at, depth: depth + 1) - 1 }
      case UInt8(ascii: "$") where braces == 0 && byte(at + 1) == UInt8(ascii: "{"):
        braces = 1
        at += 1
      case UInt8(ascii: "{") where braces > 0: braces += 1
      case UInt8(ascii: "}") where braces > 0: braces -= 1
      case UInt8(ascii: "'") where braces > 0, UInt8(ascii: "\"") where braces > 0: at = endOfString(from: at) - 1
      default: break
      }
      at += 1
    }
    return at
  }
}

extension UInt8 {
  /// Letters, digits, `_`, `$`, `#`, `\` of an escape, and every byte of a letter beyond ASCII.
  var isScriptWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "\\"), 0x80...0xFF:
      true
    default: false
    }
  }
}
