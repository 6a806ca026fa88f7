/// Link reference definitions by their normalized labels; the first of equal ones counts (CommonMark 0.31.2 §4.7).
struct ReferenceMap {
  struct Definition {
    var destination: String
    var title: String?
  }
  private var definitions: [String: Definition] = [:]

  var isEmpty: Bool { definitions.isEmpty }

  mutating func define(_ label: String, _ definition: @autoclosure () -> Definition) {
    guard definitions[label] == nil else { return }
    definitions[label] = definition()
  }

  subscript(label: String) -> Definition? { definitions[label] }
}

extension BlockParser {
  /// Takes the definitions at the head of a paragraph out of it.
  mutating func takeReferences(from paragraph: Int) {
    let node = nodes[paragraph]
    guard node.lineCount > 0, bytes.base[bytes.skippingSpaces(from: lines[node.firstLine].start)] == .openBracket else {
      return
    }
    let gathered = GatheredText(lines[node.firstLine..<node.firstLine + node.lineCount], of: bytes)
    let text = gathered.bytes
    var index = 0
    while index < text.count, text.base[index] == .openBracket, let end = takeReference(text, at: index) {
      index = end
    }
    guard index > 0 else { return }
    dropText(before: index, gathered: gathered, of: paragraph)
  }

  /// Moves the start of a paragraph behind its definitions.
  private mutating func dropText(before index: Int, gathered: GatheredText, of paragraph: Int) {
    guard index < gathered.bytes.count else {
      nodes[paragraph].lineCount = 0
      return
    }
    let position = gathered.sourceOffset(of: index)
    while lines[nodes[paragraph].firstLine].end <= position {
      nodes[paragraph].firstLine += 1
      nodes[paragraph].lineCount -= 1
    }
    lines[nodes[paragraph].firstLine].start = position
    nodes[paragraph].start = position
  }

  /// Reads one definition.
  /// - Returns: the index of the line behind it.
  private mutating func takeReference(_ text: Bytes, at start: Int) -> Int? {
    guard let labelEnd = text.linkLabelEnd(at: start), text[labelEnd] == .colon, labelEnd < text.count else {
      return nil
    }
    let label = text.normalizedLabel(start + 1..<labelEnd - 1)
    if label.isEmpty { return nil }
    let destinationStart = text.skippingWhitespace(from: labelEnd + 1)
    guard let destination = text.linkDestination(at: destinationStart), destination.end > destinationStart else {
      return nil
    }
    let afterDestination = destination.end
    let titleStart = text.skippingWhitespace(from: afterDestination)
    if titleStart > afterDestination, let title = text.linkTitle(at: titleStart),
      let next = lineAfter(text, title.end)
    {
      define(label, text, destination.content, title.content)
      return next
    }
    guard let next = lineAfter(text, afterDestination) else { return nil }
    define(label, text, destination.content, nil)
    return next
  }

  private mutating func define(_ label: String, _ text: Bytes, _ destination: Range<Int>, _ title: Range<Int>?) {
    let scratch = ByteBuffer()
    references.define(
      label,
      ReferenceMap.Definition(
        destination: text.unescapedString(destination.lowerBound, destination.upperBound, scratch: scratch),
        title: title.map { text.unescapedString($0.lowerBound, $0.upperBound, scratch: scratch) }))
  }

  /// The index behind the line ending at or after an index, when only spaces stand before it.
  private func lineAfter(_ text: Bytes, _ index: Int) -> Int? {
    let end = text.skippingSpaces(from: index)
    if end >= text.count { return text.count }
    return text.base[end] == .lineFeed ? text.skippingSpaces(from: end + 1) : nil
  }
}
