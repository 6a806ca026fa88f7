import BookModel
import SourceText

/// What becomes of running text that stands among blocks without a paragraph of its own.
enum Runs {
  case paragraphs
  /// It stays as it is, as in a cell.
  case plain
}

extension PageLowering {
  /// The nodes as blocks; runs of text between them as paragraphs or plain text.
  mutating func flow(_ nodes: [MarkupNode], runs: Runs) -> [Block] {
    var result: [Block] = []
    var run: [MarkupNode] = []
    for node in nodes {
      if isBlock(node) {
        result += blocks(ofRun: run, as: runs)
        run = []
        result += blocks(of: node)
      } else {
        run.append(node)
      }
    }
    return result + blocks(ofRun: run, as: runs)
  }

  /// The nodes as the content of a cell or item: plain text when there is nothing else, else blocks.
  mutating func cellFlow(_ nodes: [MarkupNode]) -> [Block] {
    flow(unwrappingSoleParagraph(nodes), runs: nodes.contains { isBlock($0) } ? .paragraphs : .plain)
  }

  private func unwrappingSoleParagraph(_ nodes: [MarkupNode]) -> [MarkupNode] {
    let shown = nodes.filter { !$0.isSpace }
    guard shown.count == 1, case .paragraph(let inner, _) = shown[0] else { return nodes }
    return inner
  }

  private mutating func blocks(ofRun run: [MarkupNode], as runs: Runs) -> [Block] {
    guard let first = run.first(where: { !$0.isSpace }) else { return [] }
    let content = phrasing(run).trimmed
    guard !content.isEmpty else { return [] }
    let range = run.reduce(first.range) { $0.file == $1.range.file ? $0.joined(with: $1.range) : $0 }
    switch runs {
    case .paragraphs: return paragraph(lowered: content, at: range)
    case .plain: return [Block(.plain(content), at: range)]
    }
  }

  private mutating func blocks(of node: MarkupNode) -> [Block] {
    switch node {
    case .block(let block): return [block]
    case .paragraph(let nodes, let range): return paragraph(of: nodes, at: range)
    case .text, .inline, .close: return []
    case .element(let element):
      if element.name.isEmpty { return flow(element.children, runs: .paragraphs) }
      return element.isComponent ? component(element) : htmlBlocks(element)
    }
  }

  /// Whether a node stands among paragraphs.
  func isBlock(_ node: MarkupNode) -> Bool {
    switch node {
    case .block, .paragraph: return true
    case .text, .inline, .close: return false
    case .element(let element):
      if HTMLRules.block.contains(element.name) { return true }
      if element.isFlow, HTMLRules.embedded.contains(element.name) { return true }
      if element.isComponent, element.isFlow || isBlockComponent(element) { return true }
      return element.children.contains { holdsBlocks($0) }
    }
  }

  /// Whether a node inside an element of running text is more than running text can hold.
  private func holdsBlocks(_ node: MarkupNode) -> Bool {
    switch node {
    case .text, .inline, .close, .paragraph: return false
    case .block(let block): return !block.isRunningText
    case .element(let element): return element.name != "p" && isBlock(node)
    }
  }
}

extension Block {
  var isRunningText: Bool {
    switch kind {
    case .paragraph, .plain, .figure: true
    default: false
    }
  }
}

extension MarkupNode {
  var isSpace: Bool {
    switch self {
    case .text(let text, _): text.utf8.allSatisfy(\.isSpace)
    case .inline(let inline): [inline].isBlank
    case .element, .block, .paragraph, .close: false
    }
  }

  var range: SourceRange {
    switch self {
    case .element(let element): element.range
    case .block(let block): block.range
    case .inline(let inline): inline.range
    case .text(_, let range), .paragraph(_, let range), .close(_, let range): range
    }
  }
}

extension [MarkupNode] {
  /// The nodes that can be seen, those of paragraphs among them: for elements such as lists and tables, whose
  /// children stand in a paragraph only because of how they were typed.
  var structural: [MarkupNode] {
    flatMap { node -> [MarkupNode] in
      if case .paragraph(let inner, _) = node { return inner.structural }
      if case .element(let element) = node, element.name.isEmpty { return element.children.structural }
      return node.isSpace ? [] : [node]
    }
  }
}
