import BookModel
import SourceText

extension PageLowering {
  /// The nodes as running text. Blocks among them give what they hold, with line breaks where they began: so a
  /// list in the cell of a pipe table stays a list to the eye.
  mutating func phrasing(_ nodes: [MarkupNode]) -> [Inline] {
    var result: [Inline] = []
    for node in nodes {
      let inlines = self.inlines(of: node)
      if breaksLine(node), !result.isBlank, !inlines.isEmpty, result.last?.kind != .lineBreak {
        result.append(Inline(.lineBreak, at: node.range))
      }
      result += inlines
    }
    return result
  }

  private func breaksLine(_ node: MarkupNode) -> Bool {
    switch node {
    case .block, .paragraph: true
    case .element(let element):
      HTMLRules.block.contains(element.name) && !["td", "th", "ul", "ol"].contains(element.name)
    case .text, .inline, .close: false
    }
  }

  private mutating func inlines(of node: MarkupNode) -> [Inline] {
    switch node {
    case .inline(let inline): return [inline]
    case .text(let text, let range): return [Inline(.text(text.collapsingSpace), at: range)]
    case .block(let block): return block.runningText
    case .paragraph(let nodes, _): return phrasing(nodes)
    case .close(let name, let range):
      if name == "br" { return [Inline(.lineBreak, at: range)] }
      return strayClose(name, at: range)
    case .element(let element):
      if element.name.isEmpty { return phrasing(element.children) }
      return element.isComponent ? inlineComponent(element) : htmlInlines(element)
    }
  }

  private mutating func strayClose(_ name: String, at range: SourceRange) -> [Inline] {
    guard name != "p" else { return [] }
    tally.count(
      Diagnostic(
        .note, .htmlUnbalanced, "`</\(name)>` closes nothing", at: range,
        help: "remove it, or open `<\(name)>` before it"))
    return HTMLRules.isKnown(name) ? [] : [Inline(.text("</\(name)>"), at: range)]
  }
}

extension Block {
  /// What a block holds as running text, for places that take no blocks.
  var runningText: [Inline] {
    switch kind {
    case .paragraph(let content), .plain(let content): return content
    case .heading(let heading): return [Inline(.strong(heading.content), at: range)]
    case .code(let code): return [Inline(.code(code.text.droppingTrailingSpace), at: range)]
    case .diagram(let diagram): return [Inline(.code(diagram.source.droppingTrailingSpace), at: range)]
    case .math(let tex): return [Inline(.math(InlineMath(tex: tex, isDisplay: true)), at: range)]
    case .figure(let figure): return [Inline(.image(figure.image), at: range)]
    case .list(let list): return list.runningText(at: range)
    case .table(let table):
      return ([table.head] + table.rows).map { $0.map(\.content).joined(with: Inline(.text(" · "), at: range)) }
        .joined(with: Inline(.lineBreak, at: range))
    case .cards(let cards):
      return cards.map {
        [Inline(.link(Link(target: $0.target, content: [Inline(.text($0.label), at: range)])), at: range)]
      }
      .joined(with: Inline(.lineBreak, at: range))
    case .admonition(let admonition):
      let title = admonition.title.map { [[Inline(.strong($0), at: range)]] } ?? []
      return (title + admonition.blocks.map(\.runningText)).joined(with: Inline(.lineBreak, at: range))
    case .details(let details):
      return ([details.summary] + details.blocks.map(\.runningText)).joined(with: Inline(.lineBreak, at: range))
    case .quote, .tabs, .element, .thematicBreak, .written:
      return childBlocks.map(\.runningText).joined(with: Inline(.lineBreak, at: range))
    }
  }
}

extension List {
  fileprivate func runningText(at range: SourceRange) -> [Inline] {
    items.enumerated().map { index, item in
      let mark =
        switch marker {
        case .bullet: "• "
        case .ordered(let start): "\(start + index). "
        }
      return [Inline(.text(mark), at: item.range)]
        + item.blocks.map(\.runningText).joined(with: Inline(.lineBreak, at: item.range))
    }.joined(with: Inline(.lineBreak, at: range))
  }
}

extension [[Inline]] {
  /// The parts that hold something, with `separator` between.
  fileprivate func joined(with separator: Inline) -> [Inline] {
    [Inline](filter { !$0.isEmpty }.joined(separator: [separator]))
  }
}
