extension BlockParser {
  /// Lines of `import` and `export`, which stand at the head of a line outside any container.
  mutating func openESM() -> Start {
    guard cursor.indent == 0, cursor.position == cursor.lineStart, lookahead > 0 else { return .none }
    let start = cursor.nonspace
    guard source.beginsESM(at: start) else { return .none }
    let (end, looked) = reach.esmEnd(at: start)
    lookahead -= looked - end
    let index = addChild(.esm, at: start)
    nodes[index].end = UInt32(end)
    let leaf = finishLeaf()
    cursor.jump(to: end)
    return leaf
  }
}

extension Bytes {
  /// Whether a line begins a module statement: prose that begins with the word does not.
  func beginsESM(at start: Int) -> Bool {
    if hasPrefix("import", at: start), base[start] == UInt8(ascii: "i") {
      let after = skippingSpaces(from: start + 6)
      let next = self[after]
      if next == .quote || next == .apostrophe || next == .openBrace { return true }
      guard after > start + 6 else { return false }
      return next == .asterisk || importsName(at: after)
    }
    guard hasPrefix("export", at: start), self[start + 6].isSpaceOrTab || self[start + 6] == .openBrace else {
      return false
    }
    let after = skippingSpaces(from: start + 6)
    if self[after] == .openBrace || self[after] == .asterisk { return true }
    for word in ["const ", "let ", "var ", "function", "class ", "default ", "async ", "type ", "interface "]
      as [StaticString] where hasPrefix(word, at: after)
    {
      return true
    }
    return false
  }

  /// `Name from '…'`, `Name, {…} from '…'`, or the name alone at the end of the line.
  private func importsName(at start: Int) -> Bool {
    var index = start
    while index < count, base[index].isAlphanumeric || base[index] == .underscore || base[index] == .dollar {
      index += 1
    }
    guard index > start else { return false }
    let after = skippingSpaces(from: index)
    if self[after] == UInt8(ascii: ",") { return true }
    return hasPrefix("from", at: after) && !self[after + 4].isAlphanumeric
      && [.quote, .apostrophe].contains(self[skippingSpaces(from: after + 4)])
  }

  /// The end of the statements that begin at `start`: the first blank line outside all brackets; a line of prose
  /// after an import ends them too. Statements whose brackets never close end at their first blank line.
  /// - Returns: the end, and how far it was looked for.
  fileprivate func esmEnd(at start: Int) -> (end: Int, looked: Int) {
    var index = start
    var depth = 0
    var firstBlank: Int?
    var isImport = hasPrefix("import", at: start)
    while index < count {
      switch base[index] {
      case .openBrace, .openBracket, .openParenthesis:
        depth += 1
        index += 1
      case .closeBrace, .closeBracket, .closeParenthesis:
        depth -= 1
        index += 1
      case .lineFeed:
        let next = skippingSpaces(from: index + 1)
        let isBlank = next >= count || base[next].isLineEnding
        if isBlank, firstBlank == nil { firstBlank = index }
        if depth <= 0, isBlank || (isImport && isComplete(start, index) && !beginsESM(at: index + 1)) {
          return (index, index)
        }
        if depth <= 0, beginsESM(at: index + 1) { isImport = hasPrefix("import", at: index + 1) }
        index += 1
      default: index = javaScriptTokenEnd(at: index)
      }
    }
    return (depth <= 0 ? lastLineEnd : firstBlank ?? lastLineEnd, count)
  }

  private var lastLineEnd: Int {
    var end = count
    while end > 0, base[end - 1].isWhitespace { end -= 1 }
    return end
  }

  /// Whether an import ends before `end`: with the string that names its module.
  private func isComplete(_ start: Int, _ end: Int) -> Bool {
    var last = end
    while last > start, base[last - 1].isWhitespace || base[last - 1] == .semicolon { last -= 1 }
    return last > start && (base[last - 1] == .quote || base[last - 1] == .apostrophe)
  }
}
