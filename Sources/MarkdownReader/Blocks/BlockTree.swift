import BookModel
import SourceText

/// From the parser's arena to the tree of blocks, inlines read on the way.
struct BlockTree {
  let parser: BlockParser
  var inlines: InlineParser
  var footnotes: [Footnote] = []
  var findings = Findings()

  init(_ parser: BlockParser) {
    self.parser = parser
    inlines = InlineParser(for: parser)
  }

  var bytes: Bytes { parser.bytes }
  var dialect: Dialect { parser.dialect }

  mutating func blocks(of parent: Int) -> [Block] {
    var entries: [FlowEntry] = []
    var hasTags = false
    var child = parser.nodes[parent].firstChild
    while child >= 0 {
      append(child, to: &entries, &hasTags)
      child = parser.nodes[child].next
    }
    guard hasTags else { return entries.compactMap(\.block) }
    return pairingTags(entries)
  }

  private mutating func append(_ index: Int, to entries: inout [FlowEntry], _ hasTags: inout Bool) {
    let node = parser.nodes[index]
    switch node.kind {
    case .tag(let tag):
      hasTags = true
      entries.append(FlowEntry(tag, at: range(node)))
    case .paragraph:
      guard node.lineCount > 0 else { return }
      appendParagraph(node, to: &entries, &hasTags)
    case .document, .list, .item, .quote, .heading, .thematicBreak, .fence, .indentedCode, .html, .table, .directive,
      .footnote, .expression, .esm:
      if let block = block(index, node) { entries.append(.block(block)) }
    }
  }

  private mutating func block(_ index: Int, _ node: Node) -> Block? {
    switch node.kind {
    case .document, .item, .paragraph, .tag: preconditionFailure("made by its parent")
    case .quote: return quote(index, node)
    case .list(let marker): return Block(.list(list(index, marker)), at: range(node))
    case .heading(let level): return Block(.heading(heading(level, node)), at: range(node))
    case .thematicBreak: return Block(.thematicBreak, at: range(node))
    case .fence(let fence): return Block(code(fence, node), at: range(node))
    case .indentedCode: return Block(.code(CodeBlock(language: nil, text: content(node))), at: range(node))
    case .html: return Block(.written(.html(content(node))), at: range(node))
    case .table(let shape): return Block(.table(table(shape, node)), at: range(node))
    case .directive(let head): return Block(.written(.directive(directive(head, index))), at: range(node))
    case .expression(let text): return Block(.written(.expression(bytes.string(text))), at: range(node))
    case .esm: return Block(.written(.esm(bytes.string(node.start, node.end))), at: range(node))
    case .footnote(let label):
      // Definitions stand apart from the text, in the order written.
      let place = footnotes.count
      footnotes.append(Footnote(label: bytes.string(label), blocks: [], range: range(node)))
      footnotes[place].blocks = blocks(of: index)
      return nil
    }
  }

  func range(_ node: Node) -> SourceRange { SourceRange(file: parser.file, node.start..<max(node.start, node.end)) }

  func lines(of node: Node) -> ArraySlice<Line> { parser.lines[node.firstLine..<node.firstLine + node.lineCount] }
}

// MARK: - Leaves

extension BlockTree {
  private mutating func appendParagraph(_ node: Node, to entries: inout [FlowEntry], _ hasTags: inout Bool) {
    let content = inlines.inlines(of: GatheredText(lines(of: node), of: bytes))
    guard parser.isMDX, content.contains(where: \.isMarkup) else {
      if !content.isEmpty { entries.append(.block(Block(.paragraph(content), at: range(node)))) }
      return
    }
    hasTags = true
    entries += flow(content, range(node))
  }

  /// The lines of code or raw HTML, each with a line feed.
  private func content(_ node: Node) -> String {
    let lines = lines(of: node)
    let size = lines.reduce(0) { $0 + $1.padding + $1.end - $1.start + 1 }
    var hasNull = false
    let text = String(unsafeUninitializedCapacity: size) { buffer in
      var count = 0
      for line in lines {
        for _ in 0..<line.padding {
          buffer[count] = .space
          count += 1
        }
        if line.end > line.start {
          let piece = UnsafeBufferPointer(start: bytes.base + line.start, count: line.end - line.start)
          hasNull = hasNull || piece.contains(0)
          _ = UnsafeMutableBufferPointer(rebasing: buffer[count...]).initialize(from: piece)
          count += piece.count
        }
        buffer[count] = .lineFeed
        count += 1
      }
      return count
    }
    return hasNull ? String(text.unicodeScalars.lazy.map { $0.value == 0 ? "\u{FFFD}" : Character($0) }) : text
  }

  private func code(_ fence: Fence, _ node: Node) -> Block.Kind {
    let info = fence.info
    let text = content(node)
    if fence.character == .dollar { return .math(text.droppingLastLineFeed) }
    var end = info.lowerBound
    while end < info.upperBound, !bytes.base[end].isWhitespace { end += 1 }
    let scratch = ByteBuffer(capacity: 64)
    // `js{1,3}` names a language and lines (Docusaurus and its Markdown editors write both ways).
    let brace = (info.lowerBound..<end).first { bytes.base[$0] == .openBrace }
    let nameEnd = dialect.has(.directives) ? brace ?? end : end
    let language = bytes.unescapedString(info.lowerBound, nameEnd, scratch: scratch)
    let rest = bytes.trimmed(nameEnd, info.upperBound)
    if dialect.has(.mathFences), language == "math" { return .math(text.droppingLastLineFeed) }
    return .code(
      CodeBlock(
        language: language.isEmpty ? nil : language,
        meta: bytes.unescapedString(rest.lowerBound, rest.upperBound, scratch: scratch), text: text))
  }

  private mutating func heading(_ level: Int, _ node: Node) -> Heading {
    var gathered = GatheredText(lines(of: node), of: bytes)
    var id: String?
    if dialect.has(.headingIDs), let (range, name) = gathered.bytes.headingID(isMDX: parser.isMDX) {
      gathered = GatheredText(0..<range.lowerBound, within: gathered)
      id = name
    }
    return Heading(level: level, content: inlines.inlines(of: gathered), explicitID: id)
  }

  private mutating func table(_ shape: TableShape, _ node: Node) -> Table {
    let rows = lines(of: node).map { line in
      let cells = parser.cells(of: line.start, line.end).prefix(shape.alignments.count).map { cell in
        TableCell(
          content: inlines.inlines(of: GatheredText(cell: cell, of: bytes)),
          range: SourceRange(file: parser.file, cell))
      }
      let empty = TableCell(content: [], range: SourceRange(file: parser.file, line.end..<line.end))
      return cells + Array(repeating: empty, count: shape.alignments.count - cells.count)
    }
    return Table(alignments: shape.alignments, head: rows[0], rows: Array(rows.dropFirst()))
  }
}

extension String {
  fileprivate var droppingLastLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}

// MARK: - Containers

extension BlockTree {
  private mutating func list(_ index: Int, _ marker: ListMarker) -> List {
    var items: [ListItem] = []
    var child = parser.nodes[index].firstChild
    while child >= 0 {
      let node = parser.nodes[child]
      let task = dialect.has(.taskLists) ? taskBox(of: node) : nil
      items.append(ListItem(task: task, blocks: blocks(of: child), range: range(node)))
      if task != nil { removeTaskBox(&items[items.count - 1]) }
      child = node.next
    }
    return List(
      marker: marker.start.map { .ordered(start: $0) } ?? .bullet, isTight: parser.isTight(index), items: items)
  }

  /// `[ ]` or `[x]` and white space at the head of an item's first paragraph (GFM §5.3).
  private func taskBox(of item: Node) -> Bool? {
    guard item.firstChild >= 0 else { return nil }
    let node = parser.nodes[item.firstChild]
    guard node.kind.isParagraph, node.lineCount > 0 else { return nil }
    let line = parser.lines[node.firstLine]
    let start = bytes.skippingSpaces(from: line.start)
    guard start + 2 < line.end, bytes.base[start] == .openBracket, bytes.base[start + 2] == .closeBracket,
      start + 3 < line.end, bytes.base[start + 3].isSpaceOrTab
    else { return nil }
    switch bytes.base[start + 1] {
    case .space: return false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
    default: return nil
    }
  }

  /// Takes the box out of the text: its brackets and the white space behind.
  private func removeTaskBox(_ item: inout ListItem) {
    guard case .paragraph(var content)? = item.blocks.first?.kind, case .text(let text)? = content.first?.kind,
      text.hasPrefix("[")
    else { return }
    let rest = text.dropFirst(3).drop { $0 == " " || $0 == "\t" }
    content[0].kind = .text(String(rest))
    content[0].range.start += UInt32(text.utf8.count - rest.utf8.count)
    if rest.isEmpty { content.removeFirst() }
    item.blocks[0].kind = .paragraph(content)
  }

  private mutating func directive(_ head: DirectiveHead, _ index: Int) -> Directive {
    let label = head.label.map { inlines.inlines(of: GatheredText($0, of: bytes)) }
    return Directive(
      name: head.name, label: label, attributes: head.attributes,
      blocks: head.isContainer ? blocks(of: index) : nil)
  }

  /// A quote, or GitHub's alert (`> [!NOTE]` alone on its first line).
  private mutating func quote(_ index: Int, _ node: Node) -> Block {
    if dialect.has(.alerts), let (style, keyword) = alert(node) {
      var content = blocks(of: index)
      removeAlertLine(&content)
      return Block(.admonition(Admonition(style: style, keyword: keyword, blocks: content)), at: range(node))
    }
    return Block(.quote(blocks(of: index)), at: range(node))
  }

  private func alert(_ quote: Node) -> (Admonition.Style, keyword: String)? {
    guard quote.firstChild >= 0 else { return nil }
    let node = parser.nodes[quote.firstChild]
    guard node.kind.isParagraph, node.lineCount > 0 else { return nil }
    let line = parser.lines[node.firstLine]
    let piece = bytes.trimmed(line.start, line.end)
    guard piece.count > 3, bytes.base[piece.lowerBound] == .openBracket, bytes.base[piece.lowerBound + 1] == .bang,
      bytes.base[piece.upperBound - 1] == .closeBracket
    else { return nil }
    let keyword = bytes.lowercasedString(piece.lowerBound + 2, piece.upperBound - 1)
    switch keyword {
    case "note": return (.note, keyword)
    case "tip": return (.tip, keyword)
    case "important": return (.info, keyword)
    case "warning": return (.warning, keyword)
    case "caution": return (.caution, keyword)
    default: return nil
    }
  }

  private func removeAlertLine(_ blocks: inout [Block]) {
    guard case .paragraph(let content)? = blocks.first?.kind else { return }
    if let end = content.firstIndex(where: { $0.kind == .softBreak || $0.kind == .lineBreak }) {
      blocks[0].kind = .paragraph(Array(content[(end + 1)...]))
    } else {
      blocks.removeFirst()
    }
  }
}

extension BlockParser {
  /// Whether no blank line stands between the items of a list, nor between the blocks right inside them (§5.3).
  func isTight(_ list: Int) -> Bool {
    var item = nodes[list].firstChild
    while item >= 0 {
      let hasNextItem = nodes[item].next >= 0
      if nodes[item].lastLineIsBlank, hasNextItem { return false }
      var block = nodes[item].firstChild
      while block >= 0 {
        if hasNextItem || nodes[block].next >= 0, endsWithBlankLine(block) { return false }
        block = nodes[block].next
      }
      item = nodes[item].next
    }
    return true
  }

  private func endsWithBlankLine(_ index: Int) -> Bool {
    var node = index
    while node >= 0 {
      if nodes[node].lastLineIsBlank { return true }
      switch nodes[node].kind {
      case .list, .item: node = nodes[node].lastChild
      default: return false
      }
    }
    return false
  }
}
