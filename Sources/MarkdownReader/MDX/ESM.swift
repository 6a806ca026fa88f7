import SourceText

/// `import` and `export` at the start of a page's lines (MDX): up to a blank line, or further while brackets are
/// open.
extension BlockParser {
  mutating func startESM(in container: Int) -> Bool {
    guard container == 0, indent == 0, tabRemainder == 0, isESM() else { return false }
    let block = append(.esm, to: 0)
    nodes[block].start = nonspace
    let stop = esmEnd(from: nonspace)
    nodes[block].firstLine = lines.count
    nodes[block].lineCount = 1
    nodes[block].end = stop
    lines.append(Line(start: nonspace, end: stop, padding: 0))
    close(downTo: 1)
    if stop > lineEnd { resumesAt = bytes.afterLineEnding(at: stop) }
    return true
  }

  private func isESM() -> Bool {
    for (keyword, followers) in [("import", "'\"{*"), ("export", "{*")] as [(StaticString, String)]
    where bytes.hasCasedPrefix(keyword, at: nonspace) {
      let after = nonspace + 6
      guard after < lineEnd, bytes.base[after].isSpaceOrTab || bytes.base[after] == .openBrace else { return false }
      let next = bytes.skippingSpaces(from: after)
      guard next < lineEnd else { return false }
      if followers.utf8.contains(bytes.base[next]) { return true }
      let line = Bytes(base: bytes.base, count: lineEnd)
      // Prose may begin with these words: only what reads as a declaration is one.
      if followers.hasPrefix("'") {
        return line.firstIndex(of: " from ", from: next) != nil || line.firstIndex(of: " from'", from: next) != nil
      }
      return ["const ", "let ", "var ", "function", "default ", "class ", "async "].contains { (word: StaticString) in
        line.hasCasedPrefix(word, at: next)
      }
    }
    return false
  }

  /// The end of the last line that belongs to the block.
  private func esmEnd(from start: Int) -> Int {
    var depth = 0
    var index = start
    var stop = lineEnd
    while index < end {
      switch bytes.base[index] {
      case .openBrace, .openBracket, .openParenthesis: depth += 1
      case .closeBrace, .closeBracket, .closeParenthesis: depth -= 1
      case .quote, .apostrophe, .backtick:
        index = bytes.scriptStringEnd(at: index, end: end)
        continue
      case .lineFeed, .carriageReturn:
        stop = index
        let next = bytes.afterLineEnding(at: index)
        let isBlankNext = next >= end || bytes[bytes.skippingSpaces(from: next)].isLineEnding
        if isBlankNext, depth <= 0 { return stop }
        index = next
        continue
      default: break
      }
      index += 1
    }
    // Brackets that never close: the block ends at the first blank line after all.
    return depth <= 0 ? end : bytes.paragraphEnd(from: start, end: end)
  }
}

extension Bytes {
  func hasCasedPrefix(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { base[index + $0] == text.utf8Start[$0] }
  }

  /// The index behind a string of JavaScript; a quote without partner in its line counts for itself alone.
  fileprivate func scriptStringEnd(at start: Int, end: Int) -> Int {
    var index = start + 1
    while index < end, base[start] == .backtick || !base[index].isLineEnding {
      if base[index] == base[start] { return index + 1 }
      index += base[index] == .backslash ? 2 : 1
    }
    return start + 1
  }

  /// The end of the last line before a blank one.
  fileprivate func paragraphEnd(from start: Int, end: Int) -> Int {
    var index = start
    while index < end {
      if base[index].isLineEnding {
        let next = afterLineEnding(at: index)
        if next >= end || self[skippingSpaces(from: next)].isLineEnding { return index }
      }
      index += 1
    }
    return end
  }
}
