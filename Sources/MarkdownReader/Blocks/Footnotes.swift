import SourceText

/// The footnotes that are defined, by their normalized labels.
struct FootnoteMap {
  private(set) var labels: Set<String> = []

  mutating func define(_ label: String) { labels.insert(label) }
  func isDefined(_ label: String) -> Bool { labels.contains(label) }
}

/// Footnote definitions: `[^label]: text`, its further blocks indented by four columns (cmark-gfm, micromark).
extension BlockParser {
  mutating func footnoteGoesOn() -> Bool {
    if indent >= 4 {
      advance(columns: 4)
    } else if isBlank {
      advanceToNonspace()
    } else {
      return false
    }
    return true
  }

  mutating func startFootnote(in container: inout Int) -> Bool {
    guard nonspace + 1 < lineEnd, bytes.base[nonspace + 1] == .caret else { return false }
    var index = nonspace + 2
    while index < lineEnd, bytes.base[index] != .closeBracket {
      let byte = bytes.base[index]
      if byte.isWhitespace || byte == .openBracket || byte == 0 { return false }
      index += byte == .backslash ? 2 : 1
    }
    guard index > nonspace + 2, index + 1 < lineEnd, bytes.base[index + 1] == .colon, mayNest() else { return false }
    let label = nonspace + 2..<index
    footnotes.define(bytes.normalizedLabel(label))
    container = append(.footnote(label: label), to: container)
    advanceToNonspace()
    advance(bytes: index + 2 - nonspace)
    findNonspace()
    advanceToNonspace()
    return true
  }
}
