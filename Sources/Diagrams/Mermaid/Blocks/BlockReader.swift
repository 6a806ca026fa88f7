/// Reads the lines of a block diagram.
struct BlockReader {
  private(set) var diagram = BlockDiagram()
  private(set) var problems: [DiagramProblem] = []
  private var line = 0
  private var indices: [String: Int] = [:]
  /// Groups that are not closed yet, the innermost last.
  private var open: [(block: Int, line: Int)] = [(0, 0)]
  private var classes: [String: Style] = [:]
  private var styles: [(ids: String, style: Style?, className: String?)] = []

  static func read(_ source: MermaidSource) -> (BlockDiagram, [DiagramProblem]) {
    var reader = BlockReader()
    for line in source.lines {
      reader.line = line.number
      reader.read(line.text)
    }
    for (block, line) in reader.open.dropFirst().reversed() {
      reader.line = line
      reader.tell("the block `\(reader.diagram.name(block))` is never closed", "add a line `end`")
    }
    reader.applyStyles()
    return (reader.diagram, reader.problems)
  }

  private mutating func tell(_ message: String, _ help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func read(_ text: String) {
    let (word, rest) = text.firstWordAndRest
    switch word {
    case "columns":
      let number = rest.chartNumber.map { Int($0.clamped(1, 1000)) }
      if number == nil, rest != "auto", rest != "-1" { tell("`\(rest)` is no number of columns", "write `columns 3`") }
      diagram.blocks[open[open.count - 1].block].columns = rest == "-1" ? nil : number
    case "classDef":
      let (name, css) = rest.firstWordAndRest
      for name in name.split(separator: ",") { classes[String(name)] = Style(css: css) }
    case "class":
      let (ids, name) = rest.firstWordAndRest
      styles.append((ids, nil, name.filter { $0 != ";" }))
    case "style":
      let (ids, css) = rest.firstWordAndRest
      if !css.contains(":") { tell("`\(css)` sets no property", "write `style \(ids) fill:#969,stroke:#333`") }
      styles.append((ids, Style(css: css), nil))
    case "title": tell("a block diagram has no title of its own", "write it as front matter: `title: \(rest)`")
    default: readCells(text)
    }
  }

  private mutating func applyStyles() {
    for (ids, style, className) in styles {
      guard let style = style ?? className.flatMap({ classes[$0] }) else { continue }
      for id in ids.split(separator: ",") {
        guard let index = indices[String(id).trimmingSpaces] else { continue }
        diagram.blocks[index].style = diagram.blocks[index].style.overlaid(with: style)
      }
    }
  }

  // MARK: Cells

  private mutating func readCells(_ text: String) {
    var cursor = Cursor(text)
    while true {
      cursor.skipSpaces()
      if cursor.current == ";" { cursor.index += 1 }
      if cursor.isAtEnd { return }
      let start = cursor.index
      guard readCell(&cursor) else {
        return tell("`\(cursor.slice(start, cursor.text.count))` is no block", "write `id[\"Label\"]` or `A --> B`")
      }
    }
  }

  /// One block, one `block … `, `end` or `space`, or a chain of links.
  private mutating func readCell(_ cursor: inout Cursor) -> Bool {
    let name = BlockReader.name(&cursor)
    guard !name.isEmpty else { return false }
    if name == "end", cursor.current.map({ $0.isWhitespace || $0 == ";" }) ?? true {
      if open.count > 1 { open.removeLast() } else { tell("`end` closes nothing", "remove it") }
      return true
    }
    if name == "space", cursor.current.map({ $0.isWhitespace || $0 == ":" || $0 == ";" }) ?? true {
      _ = add(BlockDiagram.Block(id: "", label: Label(lines: []), shape: .space, span: span(&cursor)))
      return true
    }
    if name == "block", cursor.current.map({ $0.isWhitespace || $0 == ":" }) ?? true {
      openGroup(&cursor)
      return true
    }
    var from = block(name, &cursor)
    while let link = BlockLinks.read(&cursor) {
      cursor.skipSpaces()
      let target = BlockReader.name(&cursor)
      if target.isEmpty {
        tell("the link from `\(diagram.name(from))` leads nowhere", "name a block behind it")
        return true
      }
      let to = block(target, &cursor)
      var link = link
      (link.from, link.to) = (from, to)
      diagram.links.append(link)
      from = to
    }
    return true
  }

  private static func name(_ cursor: inout Cursor) -> String {
    var name = ""
    while let letter = cursor.current,
      letter.isLetter || letter.isNumber || letter == "_" || letter == "-" || letter == "."
    {
      if letter == "-", cursor.ahead(1).map({ "-.x>o".contains($0) }) ?? false { break }
      name.append(letter)
      cursor.index += 1
    }
    return name
  }

  private mutating func add(_ block: BlockDiagram.Block) -> Int {
    var block = block
    let parent = open[open.count - 1].block
    block.parent = parent
    diagram.blocks[parent].children.append(diagram.blocks.count)
    diagram.blocks.append(block)
    return diagram.blocks.count - 1
  }

  private func span(_ cursor: inout Cursor) -> Int {
    guard cursor.current == ":", cursor.ahead(1)?.isNumber ?? false else { return 1 }
    cursor.index += 1
    return Int((cursor.take { $0.isNumber }.chartNumber ?? 1).clamped(1, 1000))
  }

  /// `block`, `block:id`, `block:id:3`, `block:id["Label"]`
  private mutating func openGroup(_ cursor: inout Cursor) {
    var id = ""
    if cursor.current == ":", !(cursor.ahead(1)?.isNumber ?? false) {
      cursor.index += 1
      id = BlockReader.name(&cursor)
    }
    var group = BlockDiagram.Block(id: id, label: Label(lines: []), shape: .group)
    if let (label, _) = BlockShapes.read(&cursor) { group.label = label }
    group.span = span(&cursor)
    let index = add(group)
    if !id.isEmpty { indices[id] = index }
    open.append((index, line))
  }

  /// A block by its name, made where it is named first, with what stands behind the name.
  private mutating func block(_ name: String, _ cursor: inout Cursor) -> Int {
    let shape = BlockShapes.read(&cursor)
    let span = span(&cursor)
    let index =
      indices[name] ?? add(BlockDiagram.Block(id: name, label: LabelMarkup.label(name), shape: .node(.rectangle)))
    indices[name] = index
    if let (label, kind) = shape {
      diagram.blocks[index].label = label
      diagram.blocks[index].shape = kind
    }
    if span > 1 { diagram.blocks[index].span = span }
    if cursor.take(":::") {
      let className = cursor.take { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      styles.append((name, nil, className))
    }
    return index
  }
}
