/// Where runs of backticks of each length last stand, so that a run without a partner is known at once.
struct BacktickRuns {
  /// The start of the last run of each length.
  private var last: [Int: Int] = [:]

  init(_ text: Bytes) {
    var index = 0
    while let start = text.firstIndex(of: "`", from: index) {
      let length = text.run(of: .backtick, from: start)
      last[length] = start
      index = start + length
    }
  }

  func mayClose(_ length: Int, behind index: Int) -> Bool { (last[length] ?? -1) >= index }
}

/// Code spans (CommonMark 0.31.2 §6.1).
extension InlineParser {
  mutating func readCodeSpan() -> Bool {
    let start = position
    let length = text.run(of: .backtick, from: start)
    let contentStart = start + length
    if backticks == nil { backticks = BacktickRuns(text) }
    guard backticks!.mayClose(length, behind: contentStart) else {
      appendText(start, contentStart)
      position = contentStart
      return true
    }
    var index = contentStart
    while let found = text.firstIndex(of: "`", from: index) {
      let run = text.run(of: .backtick, from: found)
      if run == length {
        append(.code(codeText(contentStart, found)), start, found + run)
        position = found + run
        return true
      }
      index = found + run
    }
    preconditionFailure("a backtick run that was counted is not there")
  }

  /// Line endings become spaces; one space at each end goes when both are there and something else is.
  private func codeText(_ start: Int, _ end: Int) -> String {
    var (start, end) = (start, end)
    let isPadded = end - start > 1 && isBlank(text.base[start]) && isBlank(text.base[end - 1])
    if isPadded, (start..<end).contains(where: { !isBlank(text.base[$0]) }) {
      start += 1
      end -= 1
    }
    guard text.contains(.lineFeed, in: start..<end) else { return text.string(start, end) }
    scratch.removeAll()
    for index in start..<end { scratch.append(text.base[index] == .lineFeed ? .space : text.base[index]) }
    return scratch.bytes.string(0, scratch.count)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .lineFeed }
}
