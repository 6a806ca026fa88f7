import BookModel
import SourceText

extension BlockParser {
  /// `:::name` containers, their closing colons, and `::name` leaves.
  mutating func openDirective() -> Start {
    guard cursor.indent < 4 || !hasIndentedCode else { return .none }
    let line = cursor.line
    let start = cursor.nonspace
    let colons = line.run(of: .colon, from: start)
    guard colons >= 2 else { return .none }
    let after = line.skippingSpaces(from: start + colons)
    if after >= line.count { return colons >= 3 ? closeDirective(colons) : .none }
    guard let head = directiveLine(at: start + colons, colons: colons) else { return .none }
    if colons == 2 {
      let index = addChild(.leafDirective, at: start)
      nodes[index].infoStart = UInt32(head.lowerBound)
      nodes[index].infoEnd = UInt32(head.upperBound)
      nodes[index].end = UInt32(head.upperBound)
      return finishLeaf()
    }
    guard mayNest(at: start) else { return .none }
    reportLegacyTitle(in: head)
    return openContainer(colons: colons, head: head)
  }

  private mutating func openContainer(colons: Int, head: Range<Int>) -> Start {
    let indent = cursor.indent
    let index = addChild(.directive, at: cursor.nonspace)
    nodes[index].level = Int32(colons)
    nodes[index].indent = Int32(indent)
    nodes[index].infoStart = UInt32(head.lowerBound)
    nodes[index].infoEnd = UInt32(head.upperBound)
    nodes[index].end = UInt32(head.upperBound)
    return openedFence()
  }

  /// The line's head when it is a directive and nothing else, or an admonition with a title in the old form.
  private func directiveLine(at start: Int, colons: Int) -> Range<Int>? {
    let line = cursor.line
    let end = line.trimmed(start, line.count).upperBound
    if let head = line.directiveHead(at: start) {
      if line.skippingSpaces(from: head.end) >= line.count { return start..<end }
      guard colons >= 3, isKeyword(head.name), line[head.name.upperBound].isSpaceOrTab
      else { return nil }
      return start..<end
    }
    // `::: note`, which Docusaurus read once: only for the keywords of admonitions.
    let name = line.skippingSpaces(from: start)
    guard colons >= 3, name > start, let head = line.directiveHead(at: name), isKeyword(head.name),
      line.skippingSpaces(from: head.end) >= line.count || line[head.name.upperBound].isSpaceOrTab
    else { return nil }
    return name..<end
  }

  /// A title in the old form is one also where the site has switched that off (`mdx1Compat.admonitions`, `future.v4`):
  /// there its pages show the line as text, which nobody can have meant.
  private mutating func reportLegacyTitle(in range: Range<Int>) {
    guard !dialect.has(.legacyAdmonitionTitles), let head = cursor.line.directiveHead(at: range.lowerBound),
      cursor.line.skippingSpaces(from: head.end) < range.upperBound
    else { return }
    let keyword = source.string(head.name.lowerBound, head.name.upperBound)
    let title = source.string(source.trimmed(head.end, range.upperBound))
    findings.warning(
      .directiveLegacyTitle, "the site has switched titles of this form off and shows them as text",
      at: SourceRange(file: file, range), help: "write `:::\(keyword)[\(title)]`")
  }

  private func isKeyword(_ name: Range<Int>) -> Bool {
    dialect.admonitionKeywords.contains { keyword in
      keyword.utf8.count == name.count
        && keyword.utf8.elementsEqual(UnsafeBufferPointer(start: source.base + name.lowerBound, count: name.count))
    }
  }

  /// Closing colons: as many as opened, or more. Of several that they could close it is the outermost, as in
  /// remark-directive, unless colons for the outer one follow.
  private mutating func closeDirective(_ colons: Int) -> Start {
    guard let depth = directiveToClose(colons) else {
      findings.warning(
        .directiveStray, "these colons close nothing", at: SourceRange(file: file, cursor.nonspace..<cursor.lineEnd),
        help: "remove them, or open a directive before them")
      return .none
    }
    matched = depth + 1
    closeUnmatched()
    nodes[tip].isClosed = true
    nodes[tip].end = UInt32(cursor.lineEnd)
    return finishLeaf()
  }

  private func directiveToClose(_ colons: Int) -> Int? {
    var outermost: Int?
    var innermost: Int?
    var depth = open.count - 1
    while depth > 0 {
      let node = nodes[Int(open[depth])]
      if node.kind == .directive, node.level <= colons {
        outermost = depth
        if innermost == nil { innermost = depth }
      } else if node.kind == .quote || node.kind == .footnote, depth < matched {
        break
      }
      depth -= 1
    }
    guard let outermost, let innermost, outermost != innermost else { return outermost }
    let sameLength = nodes[Int(open[outermost])].level == nodes[Int(open[innermost])].level
    if !sameLength, nodes[Int(open[outermost])].level == Int32(colons) { return outermost }
    return closingFollows(Int(nodes[Int(open[outermost])].level)) ? innermost : outermost
  }

  /// Whether the next line of colons closes rather than opens.
  private func closingFollows(_ colons: Int) -> Bool {
    var index = cursor.nextLine
    while index < source.count {
      let start = source.skippingSpaces(from: index)
      let length = source.run(of: .colon, from: start)
      var end = start + length
      if length >= 3 {
        end = source.skippingSpaces(from: end)
        return length >= colons && (end >= source.count || source.base[end].isLineEnding)
      }
      while end < source.count, source.base[end] != .lineFeed { end += 1 }
      index = end + 1
    }
    return false
  }

  mutating func reportUnclosedDirective(_ index: Int) {
    let node = nodes[index]
    let colons = String(repeating: ":", count: Int(node.level))
    findings.warning(
      .directiveUnclosed, "this directive is never closed",
      at: SourceRange(file: file, Int(node.start)..<Int(node.infoEnd)), help: "close it with a line of \(colons)")
  }
}
