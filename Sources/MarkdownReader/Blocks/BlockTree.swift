import BookModel
import SourceText

/// From nodes to the model's blocks, with their inlines read.
struct BlockTree {
  let source: Bytes
  let dialect: Dialect
  let file: FileID
  let nodes: [BlockNode]
  let segments: [Segment]
  var inlines: InlineParser
  var footnotes: [Footnote] = []

  /// Takes over what the block parser found.
  init(_ parser: BlockParser) {
    source = parser.source
    dialect = parser.dialect
    file = parser.file
    nodes = parser.nodes
    segments = parser.segments
    inlines = InlineParser(
      dialect: parser.dialect, file: parser.file, definitions: parser.definitions,
      footnoteLabels: parser.footnoteLabels)
  }

  /// The blocks of the whole text.
  mutating func blocks() -> [Block] { children(of: 0) }

  mutating func children(of parent: Int) -> [Block] {
    var result: [Block] = []
    var index = nodes[parent].firstChild
    while index >= 0 {
      append(Int(index), to: &result)
      index = nodes[Int(index)].next
    }
    return result
  }

  private mutating func append(_ index: Int, to result: inout [Block]) {
    let node = nodes[index]
    let range = SourceRange(file: file, start: node.start, end: node.end)
    switch node.kind {
    case .document, .item: break
    case .paragraph: appendParagraph(node, at: range, to: &result)
    case .quote: result.append(Block(quote(index), at: range))
    case .list: result.append(Block(.list(list(index)), at: range))
    case .footnote:
      let label = source.normalizedLabel(Int(node.infoStart), Int(node.infoEnd))
      footnotes.append(Footnote(label: label, blocks: children(of: index), range: range))
    case .callout: result.append(Block(callout(index), at: range))
    case .directive, .leafDirective: result.append(Block(.written(.directive(directive(index))), at: range))
    case .jsx: appendElement(index, to: &result)
    case .heading: result.append(Block(.heading(heading(node)), at: range))
    case .thematicBreak: result.append(Block(.thematicBreak, at: range))
    case .fencedCode, .indentedCode: result.append(Block(code(node), at: range))
    case .math: result.append(Block(.math(mathText(node)), at: range))
    case .html: result.append(Block(.written(.html(html(node))), at: range))
    case .table: result.append(Block(.table(table(node)), at: range))
    case .expression:
      result.append(
        Block(.written(.expression(source.string(Int(node.start) + 1, Int(node.end) - 1))), at: range))
    case .esm: result.append(Block(.written(.esm(source.string(Int(node.start), Int(node.end)))), at: range))
    }
  }

  private mutating func list(_ index: Int) -> List {
    let node = nodes[index]
    var items: [ListItem] = []
    var child = node.firstChild
    while child >= 0 {
      items.append(item(Int(child)))
      child = nodes[Int(child)].next
    }
    let isOrdered = node.marker == .dot || node.marker == .closeParenthesis
    return List(marker: isOrdered ? .ordered(start: Int(node.level)) : .bullet, isTight: node.isTight, items: items)
  }

  private mutating func item(_ index: Int) -> ListItem {
    let node = nodes[index]
    let range = SourceRange(file: file, start: node.start, end: node.end)
    var task: Bool?
    if dialect.has(.taskLists), node.firstChild >= 0, nodes[Int(node.firstChild)].kind == .paragraph {
      task = taskState(nodes[Int(node.firstChild)])
    }
    skipsTaskMarker = task != nil
    return ListItem(task: task, blocks: children(of: index), range: range)
  }

  /// Whether the next paragraph begins with a box that its item took.
  var skipsTaskMarker = false

  /// The box at the head of an item's first paragraph (GFM §5.3).
  private func taskState(_ paragraph: BlockNode) -> Bool? {
    let start = Int(segments[Int(paragraph.firstSegment)].start)
    let line = Bytes(base: source.base, count: Int(segments[Int(paragraph.firstSegment)].end))
    guard line[start] == .openBracket, line[start + 2] == .closeBracket, start + 3 < line.count,
      line[start + 3].isSpaceOrTab
    else { return nil }
    switch line[start + 1] {
    case .space: return false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
    default: return nil
    }
  }

  private mutating func appendParagraph(_ node: BlockNode, at range: SourceRange, to result: inout [Block]) {
    let isTask = skipsTaskMarker
    skipsTaskMarker = false
    let content = isTask ? contentAfterBox(of: node) : content(of: node)
    if isTask, content.isEmpty { return }
    if dialect.has(.math), content.count == 1, case .math(let math) = content[0].kind, math.isDisplay {
      result.append(Block(.math(math.tex), at: content[0].range))
    } else if dialect.has(.mdx), appendUnraveled(content, to: &result) {
      return
    } else {
      result.append(Block(.paragraph(content), at: range))
    }
  }

  /// What follows a task item's box, on its line or on the next.
  private mutating func contentAfterBox(of node: BlockNode) -> [Inline] {
    let line = segments[Int(node.firstSegment)]
    let isAlone = source.skippingSpaces(from: Int(line.start) + 3) >= Int(line.end)
    return isAlone ? content(of: node, dropping: 1) : content(of: node, skipping: 3)
  }

  /// The inlines of a leaf's lines.
  mutating func content(of node: BlockNode, skipping skip: Int = 0, dropping: Int32 = 0) -> [Inline] {
    var lines = Int(node.firstSegment + dropping)..<Int(node.firstSegment + node.segmentCount)
    guard let first = lines.first, let last = lines.last else { return [] }
    let start = source.skippingSpaces(from: Int(segments[first].start) + skip)
    inlines.map.removeAll()
    lines = first..<last + 1
    if isContiguous(lines) {
      let end = Bytes(base: source.base, count: source.count).trimmed(start, Int(segments[last].end)).upperBound
      inlines.map.add(text: 0, file: start)
      return inlines.parse(Bytes(base: source.base + start, count: max(0, end - start)))
    }
    let text = inlines.gathered
    text.removeAll()
    for line in lines {
      let segment = segments[line]
      let from = line == first ? start : Int(segment.start)
      inlines.map.add(text: text.count, file: from)
      text.append(source.base + from, count: max(0, Int(segment.end) - from))
      if line < last { text.append(.lineFeed) }
    }
    let end = text.bytes.trimmed(0, text.count).upperBound
    return inlines.parse(Bytes(base: text.base, count: end))
  }

  private func isContiguous(_ lines: Range<Int>) -> Bool {
    var index = lines.lowerBound + 1
    while index < lines.upperBound {
      if segments[index].start != segments[index - 1].end + 1 { return false }
      index += 1
    }
    return true
  }

  /// The inlines of one piece of the file.
  mutating func content(in range: Range<Int>) -> [Inline] {
    inlines.map.removeAll()
    inlines.map.add(text: 0, file: range.lowerBound)
    return inlines.parse(Bytes(base: source.base + range.lowerBound, count: range.count))
  }
}
