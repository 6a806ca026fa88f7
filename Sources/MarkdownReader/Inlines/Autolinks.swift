import BookModel

/// Autolinks in angle brackets (CommonMark 0.31.2 §6.5).
extension InlineParser {
  mutating func readAngle() -> Bool {
    if let (address, end) = angleAutolink() {
      append(.autolink(destination: address), position, end)
      if isMDX {
        findings.note(
          .mdxAutolink, "MDX has no links in angle brackets", at: sourceRange(position, end),
          notes: ["it is read as a link all the same"], help: "write the address without the brackets")
      }
      position = end
      return true
    }
    return isMDX ? readTagOrComment() : readHTML()
  }

  private func angleAutolink() -> (address: String, end: Int)? {
    let start = position + 1
    var index = start
    while index < text.count, text.base[index] > .space, text.base[index] != .less, text.base[index] != .greater {
      index += 1
    }
    guard index < text.count, text.base[index] == .greater, index > start else { return nil }
    if text.hasScheme(at: start, before: index) { return (text.string(start, index), index + 1) }
    if text.isEmail(start, index) { return ("mailto:" + text.string(start, index), index + 1) }
    return nil
  }
}

extension Bytes {
  /// Whether an absolute URI's scheme of 2 to 32 characters and its colon stand there.
  fileprivate func hasScheme(at start: Int, before end: Int) -> Bool {
    guard base[start].isLetter else { return false }
    var index = start + 1
    while index < end, base[index].isAlphanumeric || [.plus, .dot, .hyphen].contains(base[index]) { index += 1 }
    return index < end && base[index] == .colon && (2...32).contains(index - start)
  }

  /// Whether the piece is an e-mail address, by the expression of HTML.
  fileprivate func isEmail(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, base[index].isAlphanumeric || emailPunctuation.contains(base[index]) { index += 1 }
    guard index > start, index < end, base[index] == .at else { return false }
    index += 1
    while true {
      let label = index
      while index < end, base[index].isAlphanumeric || base[index] == .hyphen { index += 1 }
      guard index > label, index - label <= 63, base[label] != .hyphen, base[index - 1] != .hyphen else { return false }
      if index == end { return true }
      guard base[index] == .dot else { return false }
      index += 1
    }
  }
}

private let emailPunctuation = Set(".!#$%&'*+/=?^_`{|}~-".utf8)
