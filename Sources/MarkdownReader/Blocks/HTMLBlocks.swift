extension BlockParser {
  /// HTML blocks (CommonMark 0.31.2 §4.6).
  ///
  /// - Parameter interrupts: whether the line may as well continue a paragraph, be it lazily (§5.1).
  mutating func openHTML(interrupts: Bool) -> Start {
    let condition = htmlCondition(at: cursor.nonspace, interrupts: interrupts)
    guard condition > 0 else { return .none }
    // White space before the tag belongs to the block.
    let index = addChild(.html, at: cursor.position)
    nodes[index].level = Int32(condition)
    return .verbatim
  }

  mutating func addHTMLLine(to index: Int) {
    addLine(to: index)
    if htmlEnds(Int(nodes[index].level), from: cursor.position) {
      nodes[index].isClosed = true
      closeTip()
    }
  }

  /// The number of the start condition that a `<` meets, 0 for none.
  private func htmlCondition(at start: Int, interrupts: Bool) -> Int {
    let line = cursor.line
    switch line[start + 1] {
    case .question: return 3
    case .bang:
      if line.hasPrefix("--", at: start + 2) { return 2 }
      if line[start + 2].isLetter { return 4 }
      return line.isCDATA(at: start) ? 5 : 0
    default: break
    }
    let isClosing = line[start + 1] == .slash
    let name = isClosing ? start + 2 : start + 1
    var end = name
    while line[end].isAlphanumeric || (line[end] == .hyphen && end > name) { end += 1 }
    guard end > name, line[name].isLetter else { return 0 }
    let isEnded = end >= line.count || line[end].isWhitespace || line[end] == .greater
    if !isClosing, isEnded, HTMLNames.verbatim.contains(line, name, end) { return 1 }
    if isEnded || line.hasPrefix("/>", at: end), HTMLNames.blocks.contains(line, name, end) { return 6 }
    guard !interrupts, let after = line.htmlTagEnd(at: start), line.skippingWhitespace(from: after) >= line.count
    else { return 0 }
    return 7
  }

  private func htmlEnds(_ condition: Int, from start: Int) -> Bool {
    let line = cursor.line
    switch condition {
    case 1:
      var index = start
      while let found = line.firstIndex(of: "</", from: index) {
        var end = found + 2
        while line[end].isLetter { end += 1 }
        if line[end] == .greater, HTMLNames.verbatim.contains(line, found + 2, end) { return true }
        index = found + 2
      }
      return false
    case 2: return line.firstIndex(of: "-->", from: start) != nil
    case 3: return line.firstIndex(of: "?>", from: start) != nil
    case 4: return line.firstIndex(of: ">", from: start) != nil
    case 5: return line.firstIndex(of: "]]>", from: start) != nil
    default: return false
    }
  }
}

/// Names of tags, found without making strings of them.
struct HTMLNames {
  private let names: StaticString

  /// Elements whose content is not Markdown (start condition 1).
  static let verbatim = HTMLNames(names: " pre script style textarea ")
  /// Elements of start condition 6.
  static let blocks = HTMLNames(
    names: """
       address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl \
      dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend \
      li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot \
      th thead title tr track ul\u{20}
      """)
  /// Elements that have no closing tag in HTML.
  static let void = HTMLNames(
    names: " area base br col embed hr img input link meta param source track wbr ")

  /// Whether the bytes from `start` to `end` are one of the names, in whatever case.
  func contains(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    let length = end - start
    guard length > 0, length <= 10 else { return false }
    let first = bytes[start].lowercased
    var index = 0
    let last = names.utf8CodeUnitCount - length - 1
    while index < last {
      if names.utf8Start[index] == .space, names.utf8Start[index + 1] == first,
        names.utf8Start[index + 1 + length] == .space, matches(bytes, start, at: index + 1, length)
      {
        return true
      }
      index += 1
    }
    return false
  }

  private func matches(_ bytes: Bytes, _ start: Int, at index: Int, _ length: Int) -> Bool {
    for offset in 0..<length where names.utf8Start[index + offset] != bytes[start + offset].lowercased {
      return false
    }
    return true
  }
}
