import BookModel
import SourceText

/// The opening line of a directive (micromark-extension-directive).
struct DirectiveHead {
  var name: String
  /// How many colons; its closing fence has at least as many.
  var colons: Int
  var isContainer: Bool
  /// Between the brackets; nil without.
  var label: Range<Int>?
  var attributes: [ElementAttribute]
  /// The opening line's place.
  var opening: Range<Int>
  /// The column of the first colon.
  var column: Int
  var isClosed = false
}

extension BlockParser {
  mutating func startDirective(in container: inout Int) -> Start {
    let colons = bytes.run(of: .colon, from: nonspace)
    guard colons >= 2 else { return .none }
    if let head = directiveHead(colons) {
      guard !head.isContainer || mayNest() else { return .none }
      let start = nonspace
      let node = append(.directive(head), to: leafParent(container))
      nodes[node].start = start
      nodes[node].end = lineEnd
      if !head.isContainer { close(downTo: open.count - 1) }
      return .leaf
    }
    if colons >= 3, restIsBlank(from: nonspace + colons) { return strayFence() }
    return .none
  }

  /// Colons that close nothing are dropped with a note: nobody means to print them.
  private mutating func strayFence() -> Start {
    findings.warning(
      .directiveStray, "these colons close nothing", at: SourceRange(file: file, nonspace..<lineEnd),
      notes: ["they are left out"], help: "remove the line, or look for the opening line it belongs to")
    close(downTo: open.count - (nodes[open[open.count - 1]].kind.isParagraph ? 1 : 0))
    return .leaf
  }

  private func directiveHead(_ colons: Int) -> DirectiveHead? {
    let line = Bytes(base: bytes.base, count: lineEnd)
    var index = nonspace + colons
    let isContainer = colons >= 3
    let afterColons = index
    if isContainer { index = line.skippingSpaces(from: index) }
    let nameStart = index
    while index < lineEnd, line.base[index].isAlphanumeric || line.base[index] == .hyphen || line.base[index] == .underscore {
      index += 1
    }
    guard index > nameStart, line.base[nameStart].isLetter else { return nil }
    let name = line.string(nameStart, index)
    let isKeyword = dialect.admonitionKeywords.contains(name)
    // A space before the name is no directive of Docusaurus's, but older handbooks write it.
    guard nameStart == afterColons || isKeyword else { return nil }
    var head = DirectiveHead(
      name: name, colons: colons, isContainer: isContainer, label: nil, attributes: [],
      opening: nonspace..<line.trimmed(nonspace, lineEnd).upperBound, column: column + indent)
    if isContainer, isKeyword, dialect.has(.legacyAdmonitionTitles), line[index] == .space, index < lineEnd,
      let title = legacyTitle(line, from: index)
    {
      head.label = title
      return head
    }
    if line[index] == .openBracket, index < lineEnd {
      guard let close = line.directiveLabelEnd(at: index) else { return nil }
      head.label = index + 1..<close - 1
      index = close
    }
    if line[index] == .openBrace, index < lineEnd {
      guard let (attributes, close) = line.directiveAttributes(at: index) else { return nil }
      head.attributes = attributes
      index = close
    }
    guard restIsBlank(from: index) else { return nil }
    return head
  }

  /// `:::note Title`: the rest of the line (Docusaurus's `mdx1Compat.admonitions`).
  private func legacyTitle(_ line: Bytes, from index: Int) -> Range<Int>? {
    let title = line.trimmed(index, lineEnd)
    return title.isEmpty ? nil : title
  }

  /// A directive goes on until its closing fence.
  mutating func directiveGoesOn(_ head: DirectiveHead, at depth: Int) -> Bool {
    guard head.isContainer else { return false }
    guard byteAtNonspace == .colon, indent < 4 || isMDX else { return true }
    let colons = bytes.run(of: .colon, from: nonspace)
    guard colons >= 3, restIsBlank(from: nonspace + colons),
      let target = directiveClosed(by: colons, from: depth)
    else { return true }
    let index = open[target]
    guard case .directive(var closed) = nodes[index].kind else { preconditionFailure("only a directive is closed") }
    close(downTo: target + 1)
    closed.isClosed = true
    nodes[index].kind = .directive(closed)
    nodes[index].end = lineEnd
    close(downTo: target)
    closedByLine = true
    return true
  }

  /// Which open directive a fence closes: the innermost with as many colons, so that handbooks which nest with equal
  /// fences are read as they are meant; else the outermost with fewer, as remark does.
  private func directiveClosed(by colons: Int, from depth: Int) -> Int? {
    let fenceColumn = column + indent
    var outermost: Int?
    var innermostEqual: Int?
    var isBehindItem = false
    for index in depth..<open.count {
      if case .item = nodes[open[index]].kind { isBehindItem = true }
      guard case .directive(let head) = nodes[open[index]].kind, head.isContainer, head.colons <= colons else {
        // Inside code, colons are code.
        if case .fence = nodes[open[index]].kind, innermostEqual == nil, outermost == nil { return nil }
        continue
      }
      if isBehindItem, head.column > fenceColumn { continue }
      if outermost == nil { outermost = index }
      if head.colons == colons { innermostEqual = index }
    }
    return innermostEqual ?? outermost
  }

  mutating func reportUnclosed(_ head: DirectiveHead, _ index: Int) {
    findings.warning(
      .directiveUnclosed, "this `\(head.name)` directive is never closed",
      at: SourceRange(file: file, head.opening), notes: ["everything up to the end of its container is read as its content"],
      help: "write `\(String(repeating: ":", count: head.colons))` on a line of its own where it ends")
  }
}
