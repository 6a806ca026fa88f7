extension InlineParser {
  /// Code spans (CommonMark 0.31.2 §6.1).
  mutating func readCodeSpan() {
    let length = text.run(of: .backtick, from: position)
    guard let close = closingRun(of: .backtick, length: length, misses: \.codeSpans) else {
      position += length
      return
    }
    addSpan(.code, length: length, close: close)
  }

  /// Where a run of exactly `length` bytes closes the one at the position.
  mutating func closingRun(of byte: UInt8, length: Int, misses path: WritableKeyPath<Misses, UInt64>) -> Int? {
    let bit: UInt64 = 1 << UInt64(min(length, 63))
    if misses[keyPath: path] & bit != 0, length < 63 { return nil }
    var index = position + length
    while index < text.count {
      guard text.base[index] == byte else {
        index += 1
        continue
      }
      if byte == .dollar, text.base[index - 1] == .backslash, isEscaped(index) {
        index += 1
        continue
      }
      let found = text.run(of: byte, from: index)
      if found == length { return index }
      index += found
    }
    misses[keyPath: path] |= bit
    return nil
  }

  private func isEscaped(_ index: Int) -> Bool {
    var start = index
    while start > 0, text.base[start - 1] == .backslash { start -= 1 }
    return (index - start) & 1 == 1
  }

  mutating func addSpan(_ kind: InlineNodeKind, length: Int, close: Int) {
    var start = position + length
    var end = close
    let first = text[start]
    let last = text[end - 1]
    if end - start >= 2, first == .space || first.isLineEnding, last == .space || last.isLineEnding,
      text.skippingWhitespace(from: start) < end
    {
      start += 1
      end -= 1
    }
    var node = InlineNode(kind, position, close + length)
    node.innerStart = Int32(start)
    node.innerEnd = Int32(end)
    node.flag = kind == .math && length >= 2
    add(node)
  }

  /// The content of a span: line endings are spaces.
  func spanText(_ start: Int, _ end: Int) -> String {
    var index = start
    while index < end, !text.base[index].isLineEnding { index += 1 }
    if index == end { return text.string(start, end) }
    scratch.removeAll()
    for index in start..<end {
      let byte = text.base[index]
      if byte == .carriageReturn, text[index + 1] == .lineFeed { continue }
      scratch.append(byte.isLineEnding ? .space : byte)
    }
    return scratch.bytes.string(0, scratch.count)
  }
}
