/// Where a type of TypeScript ends (TypeScript's grammar of types, as far as brackets and operators go).
struct TypeGrammar {
  let script: ScriptTokens

  /// The token after the type that begins at a token.
  /// - Parameter isReturnType: a `{` after a whole type begins a function's body.
  func end(of start: Int, isReturnType: Bool = false) -> Int {
    var at = start
    if script.isToken(at, "|") || script.isToken(at, "&") { at += 1 }
    while at < script.tokens.count {
      at = endOfOperand(at)
      if script.isToken(at, "|") || script.isToken(at, "&") || script.isToken(at, "is") || script.isToken(at, "extends")
      {
        at += 1
      } else if script.isToken(at, "?"), isConditional(start, at) {
        at = end(of: at + 1)
        guard script.isToken(at, ":") else { return at }
        at += 1
      } else if script.isToken(at, "=>"), script.isToken(at - 1, ")"), !isReturnType {
        at += 1
      } else {
        return at
      }
    }
    return at
  }

  private func isConditional(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { script.isToken($0, "extends") }
  }

  private func endOfOperand(_ start: Int) -> Int {
    var at = start
    while ["keyof", "typeof", "readonly", "infer", "unique", "asserts", "new", "abstract", "-"]
      .contains(where: { at < script.tokens.count && script.text(at) == $0 })
    {
      at += 1
    }
    guard at < script.tokens.count else { return at }
    if script.isToken(at, "(") || script.isToken(at, "[") || script.isToken(at, "{") {
      at = script.afterGroup(at)
    } else if script.isToken(at, "<") {
      at = endOfArguments(at) ?? at + 1
      return endOfOperand(at)
    } else if script.tokens[at].kind == .punctuator {
      return at
    } else {
      at += 1
    }
    return endOfSuffixes(at)
  }

  /// `.Name`, `<Arguments>`, `[]`, `[Key]`, and the brackets of `import('x')`.
  private func endOfSuffixes(_ start: Int) -> Int {
    var at = start
    while at < script.tokens.count {
      if script.isToken(at, "."), script.isWord(at + 1) {
        at += 2
      } else if script.isToken(at, "<"), let end = endOfArguments(at) {
        at = end
      } else if script.isToken(at, "["), !script.tokens[at].startsLine {
        at = script.afterGroup(at)
      } else if script.isToken(at, "("), script.isToken(at - 1, "import") {
        at = script.afterGroup(at)
      } else {
        break
      }
    }
    return at
  }

  /// The token after `<A, B>`; nil when the brackets hold no list of types.
  func endOfArguments(_ open: Int) -> Int? {
    var at = open + 1
    while at < script.tokens.count {
      let end = end(of: at)
      guard end > at else { return nil }
      at = end
      if script.isToken(at, "=") { at = self.end(of: at + 1) }
      if script.isToken(at, ">") { return at + 1 }
      guard script.isToken(at, ",") else { return nil }
      at += 1
    }
    return nil
  }

  /// The token after types with commas between.
  func endOfList(_ start: Int) -> Int {
    var at = end(of: start)
    while script.isToken(at, ",") { at = end(of: at + 1) }
    return at
  }
}
