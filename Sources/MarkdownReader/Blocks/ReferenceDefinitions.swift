/// Link reference definitions by normalized label; of several with one label the first counts.
struct ReferenceDefinitions {
  struct Definition {
    var destination: String
    var title: String?
  }

  private var byLabel: [String: Definition] = [:]

  var isEmpty: Bool { byLabel.isEmpty }

  subscript(label: String) -> Definition? { byLabel[label] }

  mutating func add(_ definition: Definition, label: String) {
    if byLabel[label] == nil { byLabel[label] = definition }
  }
}

extension BlockParser {
  /// Reads the definitions a paragraph begins with (CommonMark 0.31.2 §4.7) and takes their lines off it.
  mutating func takeDefinitions(_ index: Int) {
    let node = nodes[index]
    guard node.segmentCount > 0 else { return }
    let first = segments[Int(node.firstSegment)]
    guard source[Int(first.start)] == .openBracket else { return }
    let text = gather(node)
    var position = 0
    while position < text.count, text[position] == .openBracket,
      let (definition, label, end) = text.definition(at: position, scratch: scratch)
    {
      definitions.add(definition, label: label)
      position = end
    }
    guard position > 0 else { return }
    var lines: Int32 = 0
    for offset in 0..<position where text.base[offset] == .lineFeed { lines += 1 }
    if position >= text.count { lines = node.segmentCount }
    nodes[index].firstSegment += lines
    nodes[index].segmentCount -= lines
    if nodes[index].segmentCount > 0 { nodes[index].start = segments[Int(nodes[index].firstSegment)].start }
  }

  /// A leaf's lines as one piece, joined by line feeds.
  private func gather(_ node: BlockNode) -> Bytes {
    let lines = Int(node.firstSegment)..<Int(node.firstSegment + node.segmentCount)
    if lines.count == 1 {
      let only = segments[lines.lowerBound]
      return Bytes(base: source.base + Int(only.start), count: Int(only.end - only.start))
    }
    gathered.removeAll()
    for line in lines {
      if line > lines.lowerBound { gathered.append(.lineFeed) }
      gathered.append(source.base + Int(segments[line].start), count: Int(segments[line].end - segments[line].start))
    }
    return gathered.bytes
  }
}

extension Bytes {
  /// One definition at a `[`.
  /// - Returns: the definition, its normalized label and the index after its line ending.
  func definition(at start: Int, scratch: ByteBuffer) -> (ReferenceDefinitions.Definition, String, Int)? {
    guard let labelEnd = linkLabelEnd(at: start), self[labelEnd] == .colon, labelEnd < count else { return nil }
    let label = normalizedLabel(start + 1, labelEnd - 1)
    guard !label.isEmpty else { return nil }
    let destinationStart = skippingWhitespace(from: labelEnd + 1)
    guard let destination = linkDestination(at: destinationStart),
      destination.end > destinationStart
    else { return nil }
    let afterDestination = destination.end
    let titleStart = skippingWhitespace(from: afterDestination)
    var title: String?
    var end = lineEndAfterSpaces(from: afterDestination)
    if titleStart > afterDestination, let titleEnd = linkTitleEnd(at: titleStart),
      let after = lineEndAfterSpaces(from: titleEnd)
    {
      title = unescapedString(titleStart + 1, titleEnd - 1, scratch: scratch)
      end = after
    }
    guard let end else { return nil }
    let target = unescapedString(destination.content.lowerBound, destination.content.upperBound, scratch: scratch)
    return (ReferenceDefinitions.Definition(destination: target, title: title), label, end)
  }

  /// The index after the line ending when only spaces stand before it.
  private func lineEndAfterSpaces(from index: Int) -> Int? {
    let end = skippingSpaces(from: index)
    if end >= count { return count }
    return base[end] == .lineFeed ? end + 1 : nil
  }

  /// The index after a link label's closing bracket (CommonMark 0.31.2 §6.3): at most 999 bytes inside, no
  /// bracket that is not escaped.
  func linkLabelEnd(at start: Int) -> Int? {
    var index = start + 1
    while index < count {
      switch base[index] {
      case .closeBracket: return index + 1
      case .openBracket: return nil
      case .backslash: index += index + 1 < count && base[index + 1].isPunctuation ? 2 : 1
      default: index += 1
      }
      if index - start > 1001 { return nil }
    }
    return nil
  }

  /// A label in the form labels are compared in: case folded, white space collapsed (CommonMark 0.31.2 §6.3).
  func normalizedLabel(_ start: Int, _ end: Int) -> String {
    let piece = trimmed(start, end)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(piece.count)
    var isASCII = true
    var isSpace = false
    for index in piece {
      let byte = base[index]
      if byte.isWhitespace {
        isSpace = true
        continue
      }
      if isSpace { bytes.append(.space) }
      isSpace = false
      if byte >= 0x80 { isASCII = false }
      bytes.append(byte.lowercased)
    }
    let label = String(decoding: bytes, as: UTF8.self)
    // Lower, upper and lower again is Unicode's full case folding for all that labels hold: ẞ, ß and SS are one.
    return isASCII ? label : label.lowercased().uppercased().lowercased()
  }
}
