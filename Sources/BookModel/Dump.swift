import SourceText

extension [Block] {
  /// The blocks as text, one a line, children two columns further in: for tests that compare trees, and for eyes.
  ///
  /// Its form is stable: it changes only with the model.
  /// - Parameter showsRanges: whether each block's byte range is said.
  package func dump(showsRanges: Bool = false) -> String {
    var dump = Dump(showsRanges: showsRanges)
    dump.add(self)
    return dump.text
  }
}

extension [Inline] {
  /// The inlines as text on one line.
  package func dump() -> String { map(\.dumped).joined(separator: " ") }
}

extension Book {
  /// The whole book as text: what it says of itself, its outline, its chapters and what they carry.
  package func dump() -> String {
    var dump = Dump(showsRanges: false)
    dump.line("book \(quoted(metadata.title)) \(metadata.language)")
    dump.indented { dump in
      for node in outline { dump.add(node, of: self) }
    }
    for chapter in chapters { dump.add(chapter) }
    for (index, asset) in assets.enumerated() {
      let size = asset.size.map { " \($0.width)x\($0.height)" } ?? ""
      dump.line("asset \(index) \(asset.path) \(asset.mediaType)\(size) \(asset.bytes.count) bytes")
    }
    return dump.text
  }
}

/// Text in quotes with line feeds, tabs and quotes escaped, so that one thing stays on one line.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

private struct Dump {
  private(set) var text = ""
  private var depth = 0
  private let showsRanges: Bool

  init(showsRanges: Bool) {
    self.showsRanges = showsRanges
  }

  mutating func line(_ line: String, at range: SourceRange? = nil) {
    text += String(repeating: "  ", count: depth) + line
    if showsRanges, let range { text += " @\(range.file.number):\(range.start)-\(range.end)" }
    text += "\n"
  }

  mutating func indented(_ body: (inout Dump) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ head: String, at range: SourceRange, _ blocks: [Block]) {
    line(head, at: range)
    indented { $0.add(blocks) }
  }

  mutating func add(_ block: Block) {
    let range = block.range
    switch block.kind {
    case .paragraph(let content): line("paragraph \(content.dump())", at: range)
    case .plain(let content): line("plain \(content.dump())", at: range)
    case .heading(let heading): line(heading.dumped, at: range)
    case .thematicBreak: line("break", at: range)
    case .quote(let blocks): add("quote", at: range, blocks)
    case .list(let list): add(list, at: range)
    case .code(let code): line(code.dumped, at: range)
    case .diagram(let diagram): line("diagram \(diagram.language) \(quoted(diagram.source))", at: range)
    case .table(let table): add(table, at: range)
    case .math(let tex): line("math \(quoted(tex))", at: range)
    case .admonition(let admonition): add(admonition.head, at: range, admonition.blocks)
    case .details(let details): add("details [\(details.summary.dump())]", at: range, details.blocks)
    case .tabs(let tabs): add(tabs, at: range)
    case .figure(let figure):
      let caption = figure.caption.isEmpty ? "" : " [\(figure.caption.dump())]"
      line("figure \(figure.image.dumped)\(caption)", at: range)
    case .cards(let cards):
      line("cards", at: range)
      indented { dump in
        for card in cards {
          dump.line("card \(card.target.dumped) \(quoted(card.label)) \(quoted(card.description))")
        }
      }
    case .element(let element): add("<\(element.name)\(element.attributes.dumped)>", at: range, element.content)
    case .written(let written): add(written, at: range)
    }
  }

  private mutating func add(_ list: List, at range: SourceRange) {
    let marker =
      switch list.marker {
      case .bullet: "bullet"
      case .ordered(let start): "ordered from \(start)"
      }
    line("list \(marker)\(list.isTight ? " tight" : "")", at: range)
    indented { dump in
      for item in list.items {
        dump.add("item\(item.task.map { $0 ? " ticked" : " open" } ?? "")", at: item.range, item.blocks)
      }
    }
  }

  private mutating func add(_ table: Table, at range: SourceRange) {
    line("table \(table.alignments.map { "\($0)" }.joined(separator: " "))", at: range)
    indented { dump in
      for row in [table.head] + table.rows {
        dump.line("row " + row.map { "[\($0.content.dump())]" }.joined(separator: " "))
      }
    }
  }

  private mutating func add(_ tabs: Tabs, at range: SourceRange) {
    line("tabs\(tabs.group.map { " group \(quoted($0))" } ?? "")", at: range)
    indented { dump in
      for panel in tabs.panels {
        dump.add("panel \(quoted(panel.value)) \(quoted(panel.label))", at: range, panel.blocks)
      }
    }
  }

  private mutating func add(_ written: WrittenBlock, at range: SourceRange) {
    switch written {
    case .directive(let directive):
      let label = directive.label.map { " [\($0.dump())]" } ?? ""
      let colons = directive.blocks == nil ? "::" : ":::"
      add("written \(colons)\(directive.name)\(label)\(directive.attributes.dumped)", at: range, directive.blocks ?? [])
    case .jsx(let element): add("written \(element.tag)", at: range, element.content)
    case .expression(let text): line("written {\(quoted(text))}", at: range)
    case .esm(let text): line("written esm \(quoted(text))", at: range)
    case .html(let text): line("written html \(quoted(text))", at: range)
    }
  }

  mutating func add(_ node: OutlineNode, of book: Book) {
    switch node {
    case .chapter(let id): line("chapter \(id.index) \(quoted(book[id].label))")
    case .division(let division):
      let opening = division.opening.map { " opens with \($0.index)" } ?? ""
      line("\(division.role) \(quoted(division.label))\(opening)")
      indented { dump in
        for child in division.children { dump.add(child, of: book) }
      }
    }
  }

  mutating func add(_ chapter: Chapter) {
    line("chapter \(chapter.id.index) \(chapter.path) \(chapter.permalink) \(quoted(chapter.title))")
    indented { dump in
      dump.add(chapter.blocks)
      for note in chapter.footnotes {
        dump.add("footnote \(note.number) \(quoted(note.label))", at: note.range, note.blocks)
      }
    }
  }
}

extension Heading {
  fileprivate var dumped: String {
    let id = explicitID.map { " id \(quoted($0))" } ?? ""
    return "heading \(level)\(anchor.isEmpty ? "" : " #\(anchor)")\(id) \(content.dump())"
  }
}

extension CodeBlock {
  fileprivate var dumped: String {
    var parts = ["code", language ?? "-"]
    if !meta.isEmpty { parts.append("meta \(quoted(meta))") }
    if let title { parts.append("title \(quoted(title))") }
    if let firstLineNumber { parts.append("from \(firstLineNumber)") }
    for (word, lines) in [("stressed", highlightedLines), ("added", addedLines), ("removed", removedLines)]
    where !lines.isEmpty {
      parts.append("\(word) " + lines.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ","))
    }
    return (parts + [quoted(text)]).joined(separator: " ")
  }
}

extension Admonition {
  fileprivate var head: String {
    let title = title.map { " [\($0.dump())]" } ?? ""
    return
      "admonition \(style.rawValue)\(keyword == style.rawValue ? "" : " (\(keyword))")\(title)\(id.map { " #\($0)" } ?? "")"
  }
}

extension [ElementAttribute] {
  fileprivate var dumped: String { map { " \($0.name)=\(quoted($0.value))" }.joined() }
}

extension JSXElement {
  fileprivate var tag: String {
    let attributes = attributes.map { attribute in
      switch attribute.value {
      case .flag: " \(attribute.name)"
      case .string(let text): " \(attribute.name)=\(quoted(text))"
      case .expression(let text): " \(attribute.name)={\(quoted(text))}"
      }
    }
    return "<\(name)\(attributes.joined())\(isSelfClosing ? " /" : "")>"
  }
}

extension Link.Target {
  fileprivate var dumped: String {
    switch self {
    case .written(let address): "(written \(quoted(address)))"
    case .chapter(let id, let anchor): "(chapter \(id.index)\(anchor.map { " #\($0)" } ?? ""))"
    case .asset(let id): "(asset \(id.index))"
    case .external(let address): "(external \(quoted(address)))"
    case .missing(let address): "(missing \(quoted(address)))"
    }
  }
}

extension Image {
  fileprivate var dumped: String {
    let place =
      switch source {
      case .written(let address): "written \(quoted(address))"
      case .asset(let id): "asset \(id.index)"
      case .remote(let address): "remote \(quoted(address))"
      case .missing(let address): "missing \(quoted(address))"
      }
    let size =
      width != nil || height != nil ? " \(width.map(String.init) ?? "-")x\(height.map(String.init) ?? "-")" : ""
    let share = widthPercent.map { " \(Value.number($0).scalarText ?? "")%" } ?? ""
    let name = isDecorative ? "decoration" : "image"
    return "\(name)(\(place)\(title.map { " title \(quoted($0))" } ?? "")\(size)\(share))[\(quoted(alternative))]"
  }
}

extension Inline {
  fileprivate var dumped: String {
    switch kind {
    case .text(let text): quoted(text)
    case .softBreak: "softBreak"
    case .lineBreak: "lineBreak"
    case .emphasis(let content): "emphasis[\(content.dump())]"
    case .strong(let content): "strong[\(content.dump())]"
    case .strikethrough(let content): "strikethrough[\(content.dump())]"
    case .code(let text): "code\(quoted(text))"
    case .math(let math): "\(math.isDisplay ? "displayMath" : "math")\(quoted(math.tex))"
    case .link(let link):
      "link\(link.target.dumped)\(link.title.map { " title \(quoted($0)) " } ?? "")[\(link.content.dump())]"
    case .image(let image): image.dumped
    case .footnoteReference(let reference):
      "note(\(reference.number).\(reference.occurrence) \(quoted(reference.label)))"
    case .element(let element): "<\(element.name)\(element.attributes.dumped)>[\(element.content.dump())]"
    case .written(let written): written.dumped
    }
  }
}

extension WrittenInline {
  fileprivate var dumped: String {
    switch self {
    case .directive(let directive):
      "written:\(directive.name)[\(directive.label?.dump() ?? "")]\(directive.attributes.dumped)"
    case .jsx(let element): "written\(element.tag)[\(element.content.dump())]"
    case .expression(let text): "written{\(quoted(text))}"
    case .html(let text): "writtenHTML\(quoted(text))"
    }
  }
}
