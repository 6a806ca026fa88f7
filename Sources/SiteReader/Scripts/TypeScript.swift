/// TypeScript to JavaScript by taking the types out; what is left keeps its lines.
///
/// No parser of the whole language: it knows what settings are written with. What it does not know (`enum`,
/// `namespace`, parameter properties) is left in place and reported by the engine as a syntax error.
struct TypeScript {
  private let script: ScriptTokens
  private let types: TypeGrammar
  private var edits = ScriptEdits()

  static func strip(_ bytes: [UInt8]) -> [UInt8] {
    var stripping = TypeScript(script: ScriptTokens(bytes))
    stripping.stripAll()
    return stripping.edits.applied(to: bytes)
  }

  private init(script: ScriptTokens) {
    self.script = script
    types = TypeGrammar(script: script)
  }

  private mutating func stripAll() {
    var at = 0
    while at < script.tokens.count { at = strip(at) }
  }

  /// Takes out what begins at a token.
  /// - Returns: the token to go on with.
  private mutating func strip(_ at: Int) -> Int {
    switch script.tokens[at].kind {
    case .word: return stripWord(at)
    case .punctuator:
      if script.isToken(at, "(") { stripParameters(at) }
      if script.isToken(at, "<") { return stripTypeArguments(at) }
      if script.isToken(at, "!"), isNonNullAssertion(at) { remove(at, upTo: at + 1) }
      return at + 1
    case .string, .template, .number, .regularExpression: return at + 1
    }
  }

  private mutating func stripWord(_ at: Int) -> Int {
    guard !script.isToken(at - 1, "."), !script.isToken(at - 1, "?.") else { return at + 1 }
    if isStatementStart(at), let end = endOfTypeDeclaration(at) {
      remove(at, upTo: end)
      return end
    }
    if script.isToken(at, "import") || script.isToken(at, "export") { return stripModuleStatement(at) }
    if script.isToken(at, "as") || script.isToken(at, "satisfies"), isAfterOperand(at) {
      let end = types.end(of: at + 1)
      remove(at, upTo: end)
      return end
    }
    if script.isToken(at, "const") || script.isToken(at, "let") || script.isToken(at, "var") {
      stripDeclarations(at + 1)
    }
    if script.isToken(at, "implements") {
      let end = types.endOfList(at + 1)
      remove(at, upTo: end)
      return end
    }
    return at + 1
  }

  private mutating func remove(_ first: Int, upTo end: Int) {
    guard end > first, end <= script.tokens.count else { return }
    edits.remove(script.tokens[first].range.lowerBound..<script.tokens[end - 1].range.upperBound)
  }
}

extension TypeScript {
  private func isStatementStart(_ at: Int) -> Bool {
    at == 0 || script.isToken(at - 1, ";") || script.isToken(at - 1, "}") || script.isToken(at - 1, "{")
      || script.isToken(at - 1, "export") || script.isToken(at - 1, "declare") || script.tokens[at].startsLine
  }

  /// `type X = …`, `interface X {…}`, `declare …`: the token after it.
  private func endOfTypeDeclaration(_ at: Int) -> Int? {
    if script.isToken(at, "type"), script.isWord(at + 1) {
      var next = at + 2
      if script.isToken(next, "<") { next = types.endOfArguments(next) ?? next }
      guard script.isToken(next, "=") else { return nil }
      return semicolon(after: types.end(of: next + 1))
    }
    if script.isToken(at, "interface"), script.isWord(at + 1) {
      var next = at + 2
      while next < script.tokens.count, !script.isToken(next, "{") { next += 1 }
      return next < script.tokens.count ? script.afterGroup(next) : nil
    }
    if script.isToken(at, "declare"), script.isWord(at + 1) {
      if let end = endOfTypeDeclaration(at + 1) { return end }
      var next = at + 1
      while next < script.tokens.count, !script.isToken(next, ";") {
        if next > at + 1, script.tokens[next].startsLine { return next }
        next = script.isToken(next, "{") ? script.afterGroup(next) : next + 1
      }
      return semicolon(after: next)
    }
    return nil
  }

  private func semicolon(after at: Int) -> Int { script.isToken(at, ";") ? at + 1 : at }

  /// `import type … from 'x'` goes; the braces of other imports and exports are left to `ScriptModules`, which knows
  /// `type` in them.
  private mutating func stripModuleStatement(_ at: Int) -> Int {
    let isType = script.isToken(at + 1, "type") && !script.isToken(at + 2, "from") && !script.isToken(at + 2, ",")
    if script.isToken(at, "export"), !isType || script.isWord(at + 2) {
      guard isType || script.isToken(at + 1, "interface") || script.isToken(at + 1, "declare") else {
        return script.isToken(at + 1, "{") ? script.afterGroup(at + 1) : script.isToken(at + 1, "*") ? at + 4 : at + 1
      }
      guard let end = endOfTypeDeclaration(at + 1) else { return at + 1 }
      remove(at, upTo: end)
      return end
    }
    if script.isToken(at, "import"), script.isToken(at + 1, "(") || script.isToken(at + 1, ".") { return at + 1 }
    var next = at + 1
    while next < script.tokens.count, !script.isString(next), !script.isToken(next, ";") { next += 1 }
    let end = semicolon(after: next + 1)
    if isType { remove(at, upTo: min(end, script.tokens.count)) }
    return min(end, script.tokens.count)
  }

  /// Whether what stands before is a value, on the same line.
  private func isAfterOperand(_ at: Int) -> Bool {
    guard at > 0, !script.tokens[at].startsLine || !isStatementStart(at) || script.isToken(at, "satisfies") else {
      return false
    }
    switch script.tokens[at - 1].kind {
    case .word, .string, .template, .number, .regularExpression: return !script.isToken(at + 1, ":")
    case .punctuator:
      return script.isToken(at - 1, ")") || script.isToken(at - 1, "]") || script.isToken(at - 1, "}")
    }
  }

  /// `value!` before something that cannot follow a `!` of its own.
  private func isNonNullAssertion(_ at: Int) -> Bool {
    guard at > 0, !script.tokens[at].startsLine, !script.isToken(at + 1, "=") else { return false }
    let isOperand =
      script.isToken(at - 1, ")") || script.isToken(at - 1, "]")
      || (script.isWord(at - 1)
        && !["return", "typeof", "in", "of", "case", "void", "await"].contains(script.text(at - 1)))
    let touches = script.tokens[at - 1].range.upperBound == script.tokens[at].range.lowerBound
    return isOperand && touches
  }

  /// `a: T = …, b: U` after `const`.
  private mutating func stripDeclarations(_ at: Int) {
    var next = at
    if script.isToken(next, "{") || script.isToken(next, "[") { next = script.afterGroup(next) } else { next += 1 }
    if script.isToken(next, "!") {
      remove(next, upTo: next + 1)
      next += 1
    }
    if script.isToken(next, ":") { remove(next, upTo: types.end(of: next + 1)) }
  }

  /// `f<T>(…)` and `new X<T>(…)`: arguments that a call follows.
  private mutating func stripTypeArguments(_ at: Int) -> Int {
    guard at > 0, script.isWord(at - 1), let end = types.endOfArguments(at),
      script.isToken(end, "(") || script.isToken(end, "{") || script.isToken(end, "extends")
        || script.isToken(end, "implements")
    else { return at + 1 }
    remove(at, upTo: end)
    return end
  }

  /// The types of a parameter list and of what it returns; any other bracket is left alone.
  private mutating func stripParameters(_ open: Int) {
    let close = script.afterGroup(open) - 1
    var after = close + 1
    var returns: Range<Int>?
    if script.isToken(after, ":") {
      let end = types.end(of: after + 1, isReturnType: true)
      guard script.isToken(end, "=>") || script.isToken(end, "{") else { return }
      returns = after..<end
      after = end
    }
    guard script.isToken(after, "=>") || (script.isToken(after, "{") && isFunctionHead(open)) else { return }
    if let returns { remove(returns.lowerBound, upTo: returns.upperBound) }
    stripTypes(from: open + 1, to: close)
  }

  /// Whether a word before a bracket that `{` follows is a function's or a method's name.
  private func isFunctionHead(_ open: Int) -> Bool {
    if script.isToken(open - 1, ">") { return true }
    guard script.isWord(open - 1) else { return script.isToken(open - 1, "]") || script.isToken(open - 1, "*") }
    return !["if", "for", "while", "switch", "with"].contains(script.text(open - 1))
  }

  private mutating func stripTypes(from first: Int, to close: Int) {
    var at = first
    while at < close {
      if script.isToken(at, "{") || script.isToken(at, "[") { at = script.afterGroup(at) } else { at += 1 }
      if script.isToken(at, "?"), script.isToken(at + 1, ":") || script.isToken(at + 1, ",") || at + 1 == close {
        remove(at, upTo: at + 1)
        at += 1
      }
      if script.isToken(at, ":") {
        let end = min(close, types.end(of: at + 1))
        remove(at, upTo: end)
        at = end
      }
      // A default value holds no types of this list's.
      while at < close, !script.isToken(at, ",") { at = isGroup(at) ? script.afterGroup(at) : at + 1 }
      at += 1
      if script.isToken(at, ".") || script.isToken(at, "...") { at += 1 }
    }
  }

  private func isGroup(_ at: Int) -> Bool {
    script.isToken(at, "(") || script.isToken(at, "[") || script.isToken(at, "{")
  }
}
