extension InlineParser {
  /// Delimiter runs of emphasis (CommonMark 0.31.2 §6.2) and strikethrough (GFM §6.5).
  mutating func readDelimiterRun(_ byte: UInt8) {
    let start = position
    let length = text.run(of: byte, from: start)
    let before = text.characterClass(before: start)
    let after = text.characterClass(at: start + length)
    let left =
      after != .whitespace && (after != .punctuation || before != .other)
    let right =
      before != .whitespace && (before != .punctuation || after != .other)
    let canOpen: Bool
    let canClose: Bool
    switch byte {
    case .underscore:
      canOpen = left && (!right || before == .punctuation)
      canClose = right && (!left || after == .punctuation)
    case .tilde:
      canOpen = left && length <= 2
      canClose = right && length <= 2
    default:
      canOpen = left
      canClose = right
    }
    if !canOpen, !canClose {
      position += length
      return
    }
    let node = add(InlineNode(.text, start, start + length))
    push(
      Delimiter(
        node: node, byte: byte, canOpen: canOpen, canClose: canClose, length: Int32(length), previous: lastDelimiter))
  }

  private mutating func push(_ delimiter: Delimiter) {
    let index = Int32(delimiters.count)
    delimiters.append(delimiter)
    if lastDelimiter >= 0 { delimiters[Int(lastDelimiter)].next = index }
    lastDelimiter = index
  }

  private mutating func remove(_ index: Int32) {
    let delimiter = delimiters[Int(index)]
    if delimiter.previous >= 0 { delimiters[Int(delimiter.previous)].next = delimiter.next }
    if delimiter.next >= 0 {
      delimiters[Int(delimiter.next)].previous = delimiter.previous
    } else {
      lastDelimiter = delimiter.previous
    }
  }

  /// Makes emphasis of the delimiters above `bottom`, and drops them.
  mutating func resolveDelimiters(after bottom: Int32) {
    guard lastDelimiter > bottom else { return }
    // Per kind, whether the closer can open too, and length modulo 3: below it there is no opener.
    var bottoms = (
      bottom, bottom, bottom, bottom, bottom, bottom, bottom, bottom, bottom, bottom, bottom, bottom,
      bottom, bottom, bottom, bottom, bottom, bottom
    )
    withUnsafeMutableBytes(of: &bottoms) { raw in
      let floors = raw.bindMemory(to: Int32.self)
      var closer = bottom + 1
      if bottom >= 0 { closer = delimiters[Int(bottom)].next } else { closer = firstDelimiter() }
      while closer >= 0 { closer = resolve(closer, floors: floors) }
    }
    while lastDelimiter > bottom { remove(lastDelimiter) }
  }

  private func firstDelimiter() -> Int32 {
    var index = lastDelimiter
    while index >= 0, delimiters[Int(index)].previous >= 0 { index = delimiters[Int(index)].previous }
    return index
  }

  /// Tries one closer.
  /// - Returns: the delimiter to go on with.
  private mutating func resolve(_ closer: Int32, floors: UnsafeMutableBufferPointer<Int32>) -> Int32 {
    let delimiter = delimiters[Int(closer)]
    guard delimiter.canClose else { return delimiter.next }
    let kind = delimiter.byte == .asterisk ? 0 : delimiter.byte == .underscore ? 6 : 12
    let slot = kind + (delimiter.canOpen ? 3 : 0) + Int(delimiter.length % 3)
    var opener = delimiter.previous
    while opener > floors[slot] {
      let candidate = delimiters[Int(opener)]
      if candidate.canOpen, candidate.byte == delimiter.byte, matches(candidate, delimiter) { break }
      opener = candidate.previous
    }
    if opener > floors[slot] {
      return delimiter.byte == .tilde ? strike(opener, closer) : emphasize(opener, closer)
    }
    floors[slot] = delimiter.previous
    if !delimiter.canOpen { remove(closer) }
    return delimiter.next
  }

  private func matches(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
    // Strikethrough (GFM §6.5) closes with as many tildes as it opened.
    if closer.byte == .tilde { return opener.length == closer.length }
    guard closer.canOpen || opener.canClose else { return true }
    return closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0
  }

  private mutating func emphasize(_ opener: Int32, _ closer: Int32) -> Int32 {
    dropDelimiters(between: opener, and: closer)
    let openNode = Int(delimiters[Int(opener)].node)
    let closeNode = Int(delimiters[Int(closer)].node)
    let openLength = nodes[openNode].end - nodes[openNode].start
    let closeLength = nodes[closeNode].end - nodes[closeNode].start
    let used: Int32 = openLength >= 2 && closeLength >= 2 ? 2 : 1
    nodes[openNode].end -= used
    nodes[closeNode].start += used
    let node = InlineNode(used == 2 ? .strong : .emphasis, Int(nodes[openNode].end), Int(nodes[closeNode].start))
    wrap(node, after: openNode, before: closeNode)
    if openLength == used {
      unlink(openNode)
      remove(opener)
    }
    guard closeLength == used else { return closer }
    let next = delimiters[Int(closer)].next
    unlink(closeNode)
    remove(closer)
    return next
  }

  private mutating func strike(_ opener: Int32, _ closer: Int32) -> Int32 {
    let openNode = Int(delimiters[Int(opener)].node)
    let closeNode = Int(delimiters[Int(closer)].node)
    let next = delimiters[Int(closer)].next
    dropDelimiters(between: opener, and: closer)
    let node = InlineNode(.strikethrough, Int(nodes[openNode].start), Int(nodes[closeNode].end))
    wrap(node, after: openNode, before: closeNode)
    unlink(openNode)
    unlink(closeNode)
    remove(closer)
    remove(opener)
    return next
  }

  private mutating func dropDelimiters(between opener: Int32, and closer: Int32) {
    delimiters[Int(opener)].next = closer
    delimiters[Int(closer)].previous = opener
  }

  /// Puts a node in the place of everything between two others, which becomes its children.
  private mutating func wrap(_ node: InlineNode, after left: Int, before right: Int) {
    let index = Int32(nodes.count)
    var node = node
    let firstInside = nodes[left].next
    if firstInside != Int32(right) {
      node.firstChild = firstInside
      node.lastChild = nodes[right].previous
      nodes[Int(node.firstChild)].previous = -1
      nodes[Int(node.lastChild)].next = -1
    }
    node.previous = Int32(left)
    node.next = Int32(right)
    nodes.append(node)
    nodes[left].next = index
    nodes[right].previous = index
  }

  mutating func unlink(_ index: Int) {
    let node = nodes[index]
    if node.previous >= 0 { nodes[Int(node.previous)].next = node.next } else { first = node.next }
    if node.next >= 0 { nodes[Int(node.next)].previous = node.previous } else { last = node.previous }
  }
}
