import SourceText

/// Fenced code (CommonMark 0.31.2 §4.5), and display math between lines of `$$`.
struct Fence {
  var character: UInt8
  var length: Int
  /// Columns before the opening fence, which the content loses too.
  var indent: Int
  var info: Range<Int>
  var isClosed = false
}

extension BlockParser {
  mutating func startFence(in container: Int) -> Bool {
    let mark = byteAtNonspace
    let length = bytes.run(of: mark, from: nonspace)
    guard length >= 3, nonspace + length <= lineEnd else { return false }
    let info = bytes.trimmed(nonspace + length, lineEnd)
    if mark == .backtick, bytes.contains(.backtick, in: info) { return false }
    openFence(Fence(character: mark, length: length, indent: indent, info: info), in: container)
    return true
  }

  /// `$$` alone in its line, or with words behind it that hold no `$`.
  mutating func startMathFence(in container: Int) -> Bool {
    let length = bytes.run(of: .dollar, from: nonspace)
    guard length >= 2, nonspace + length <= lineEnd else { return false }
    let info = bytes.trimmed(nonspace + length, lineEnd)
    guard !bytes.contains(.dollar, in: info) else { return false }
    openFence(Fence(character: .dollar, length: length, indent: indent, info: info), in: container)
    return true
  }

  private mutating func openFence(_ fence: Fence, in container: Int) {
    let start = nonspace
    let index = append(.fence(fence), to: leafParent(container))
    nodes[index].start = start
    nodes[index].firstLine = lines.count
  }

  mutating func fenceGoesOn(_ fence: Fence, _ index: Int, at depth: Int) -> Bool {
    if byteAtNonspace == fence.character, indent < 4 {
      let length = bytes.run(of: fence.character, from: nonspace)
      if length >= fence.length, restIsBlank(from: nonspace + length) {
        var closed = fence
        closed.isClosed = true
        nodes[index].kind = .fence(closed)
        nodes[index].end = lineEnd
        close(downTo: depth)
        closedByLine = true
        return true
      }
    }
    var left = fence.indent
    while left > 0, offset < lineEnd, bytes.base[offset].isSpaceOrTab {
      advance(columns: 1)
      left -= 1
    }
    return true
  }

  mutating func reportUnclosed(_ fence: Fence, _ index: Int) {
    let start = nodes[index].start
    let mark = String(repeating: Character(Unicode.Scalar(fence.character)), count: fence.length)
    findings.warning(
      .fenceUnclosed, "this fence is never closed", at: SourceRange(file: file, start..<start + fence.length),
      notes: ["everything up to the end of its container is read as its content"],
      help: "write `\(mark)` on a line of its own where it ends")
  }
}
