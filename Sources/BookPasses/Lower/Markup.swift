import BookModel
import SourceText

extension PageLowering {
  /// The blocks as a tree of tags, with the Markdown between them lowered.
  mutating func markup(of blocks: [Block]) -> [MarkupNode] {
    let outer = nesting
    defer { nesting = outer }
    var tree = MarkupTree(limit: Nesting.limit - outer)
    for block in blocks.gatheringTabFences() {
      nesting = outer + tree.depth
      switch block.kind {
      case .written(.html(let html)): read(html, at: block.range, into: &tree)
      case .written(.jsx(let jsx)):
        let children = markup(of: jsx.content)
        append(element(jsx.name, jsx.attributes, children, at: block.range, isFlow: true), to: &tree)
      case .written(.expression(let text)):
        for node in expressionNodes(text, at: block.range) { tree.append(node) }
      case .paragraph(let content) where content.contains(where: \.isMarkup):
        join(markup(of: content), at: block.range, to: &tree)
      case .plain(let content) where content.contains(where: \.isMarkupOrExpression):
        for node in markup(of: content) { tree.append(node) }
      case .plain(let content):
        for inline in lower(content) { tree.append(.inline(inline)) }
      default:
        for lowered in lower(block) { tree.append(.block(lowered)) }
      }
    }
    return finished(&tree)
  }

  /// The inlines as a tree of tags, with the Markdown between them lowered.
  mutating func markup(of inlines: [Inline]) -> [MarkupNode] {
    let outer = nesting
    defer { nesting = outer }
    var tree = MarkupTree(limit: Nesting.limit - outer)
    for inline in inlines {
      nesting = outer + tree.depth
      switch inline.kind {
      case .written(.html(let html)): read(html, at: inline.range, into: &tree)
      case .written(.jsx(let jsx)):
        let children = markup(of: jsx.content)
        append(element(jsx.name, jsx.attributes, children, at: inline.range, isFlow: false), to: &tree)
      case .written(.expression(let text)):
        for node in expressionNodes(text, at: inline.range) { tree.append(node) }
      default:
        for lowered in lower(inline) { tree.append(.inline(lowered)) }
      }
    }
    return finished(&tree)
  }

  private func element(
    _ name: String, _ attributes: [JSXAttribute], _ children: [MarkupNode], at range: SourceRange, isFlow: Bool
  ) -> MarkupElement {
    MarkupElement(name: name, attributes: attributes, children: children, range: range, isClosed: true, isFlow: isFlow)
  }

  /// Adds an element, or what the author's map of components or the page's own function makes of it.
  private mutating func append(_ element: MarkupElement, to tree: inout MarkupTree) {
    for node in ruled(element) ?? exported(element) ?? scripted(element) ?? [.element(element)] { tree.append(node) }
  }

  /// Adds a paragraph with tags; where one of them closes an element that an earlier block opened, the paragraph
  /// ends there, the element too, and the rest goes on outside.
  private mutating func join(_ nodes: [MarkupNode], at range: SourceRange, to tree: inout MarkupTree) {
    var run: [MarkupNode] = []
    for node in nodes {
      if case .close(let name, _) = node, tree.isOpen(name) {
        if !run.isEmpty { tree.append(.paragraph(run, range)) }
        run = []
        _ = tree.close(name)
      } else {
        run.append(node)
      }
    }
    if !run.isEmpty { tree.append(.paragraph(run, range)) }
  }

  private mutating func finished(_ tree: inout MarkupTree) -> [MarkupNode] {
    let nodes = tree.finish()
    for element in tree.unclosed where HTMLRules.isKnown(element.name) {
      tally.count(
        Diagnostic(
          .note, .htmlUnbalanced, "`<\(element.name)>` is never closed", at: element.range,
          help: "it ends with the text around it; write `</\(element.name)>` where it should end"))
    }
    return nodes
  }

  /// Reads raw HTML into the tree.
  private mutating func read(_ html: String, at range: SourceRange, into tree: inout MarkupTree) {
    var tokens = HTMLTokens(html, at: range)
    while let token = tokens.next() {
      switch token.kind {
      case .text(let text): tree.append(.text(text, token.range))
      case .open(let name, let attributes, let isClosed):
        var element = MarkupElement(name: name, attributes: attributes, range: token.range)
        if isClosed || HTMLRules.void.contains(name) {
          element.isClosed = true
          tree.append(.element(element))
        } else {
          tree.open(element)
        }
      case .close(let name):
        if !tree.close(name) { tree.append(.close(name, token.range)) }
      }
    }
  }
}
