import BookModel
import SourceText

extension PageLowering {
  /// `ul` and `ol`: only items stand in them, so anything else joins the item before it or makes one.
  mutating func htmlList(_ element: MarkupElement) -> [Block] {
    let nodes = listItems(element.children.structural)
    var isTight = true
    var items: [ListItem] = []
    for node in nodes {
      if node.children.contains(where: \.isParagraph) { isTight = false }
      items.append(ListItem(blocks: flow(node.children, runs: .paragraphs), range: node.range))
    }
    guard !items.isEmpty else { return [] }
    let isOrdered = element.name == "ol"
    let attributes = attributes(of: element, as: isOrdered ? "ol" : "ul")
    let counts = isOrdered && nodes.contains { $0["value"] != nil }
    if counts || attributes.contains(where: { ["type", "reversed", "id"].contains($0.name) }) {
      return [listElement(isOrdered ? "ol" : "ul", attributes, nodes, items, at: element.range)]
    }
    let start = attributes.first { $0.name == "start" }.flatMap { Int($0.value) } ?? 1
    let marker: List.Marker = isOrdered ? .ordered(start: start) : .bullet
    return [Block(.list(List(marker: marker, isTight: isTight, items: items)), at: element.range)]
  }

  /// The items, with what stood between them moved into them.
  private func listItems(_ nodes: [MarkupNode]) -> [MarkupElement] {
    var items: [MarkupElement] = []
    for node in nodes {
      if case .element(let child) = node, child.name == "li" {
        items.append(child)
      } else if items.isEmpty {
        items.append(MarkupElement(name: "li", attributes: [], children: [node], range: node.range))
      } else {
        items[items.count - 1].children.append(node)
      }
    }
    return items
  }

  /// A list that counts in a way Markdown has no word for.
  private mutating func listElement(
    _ name: String, _ attributes: [ElementAttribute], _ nodes: [MarkupElement], _ items: [ListItem],
    at range: SourceRange
  ) -> Block {
    var content: [Block] = []
    for (node, item) in zip(nodes, items) {
      let own = self.attributes(of: node, as: name == "ol" ? "li" : "ul")
      content.append(Block(.element(Element(name: "li", attributes: own, content: item.blocks)), at: item.range))
    }
    return Block(.element(Element(name: name, attributes: attributes, content: content)), at: range)
  }

  /// `dl`: terms and descriptions; anything else is a description.
  mutating func definitionList(_ element: MarkupElement) -> [Block] {
    var content: [Block] = []
    for node in definitions(element.children) {
      let name = node.name == "dt" ? "dt" : "dd"
      let inner =
        name == "dt" ? [Block(.plain(phrasing(node.children).trimmed), at: node.range)] : cellFlow(node.children)
      let attributes = attributes(of: node, as: name)
      content.append(Block(.element(Element(name: name, attributes: attributes, content: inner)), at: node.range))
    }
    guard !content.isEmpty else { return [] }
    let attributes = attributes(of: element, as: "dl")
    return balanced(content, attributes, at: element.range)
  }

  /// A `dl` must begin with a term and end with a description (the HTML standard §4.4.9); a list of one kind alone
  /// is shown as its content.
  private func balanced(_ content: [Block], _ attributes: [ElementAttribute], at range: SourceRange) -> [Block] {
    let names = content.map { block -> String in
      if case .element(let element) = block.kind { element.name } else { "" }
    }
    if names.first == "dt", names.last == "dd" {
      return [Block(.element(Element(name: "dl", attributes: attributes, content: content)), at: range)]
    }
    return content.flatMap { block -> [Block] in
      guard case .element(let element) = block.kind else { return [block] }
      guard element.name == "dt" else { return element.content.map(\.standingAlone) }
      return [
        Block(.paragraph([Inline(.strong(element.content.flatMap(\.childInlines)), at: block.range)]), at: block.range)
      ]
    }
  }

  private func definitions(_ nodes: [MarkupNode]) -> [MarkupElement] {
    nodes.structural.flatMap { node -> [MarkupElement] in
      guard case .element(let child) = node else {
        return [MarkupElement(name: "dd", attributes: [], children: [node], range: node.range)]
      }
      switch child.name {
      case "dt", "dd": return [child]
      case "div": return definitions(child.children)
      default: return [MarkupElement(name: "dd", attributes: [], children: [node], range: node.range)]
      }
    }
  }
}

extension MarkupNode {
  /// A paragraph, as opposed to text that merely stands there.
  fileprivate var isParagraph: Bool {
    switch self {
    case .element(let element): element.name == "p"
    case .block(let block): if case .paragraph = block.kind { true } else { false }
    case .text, .inline, .paragraph, .close: false
    }
  }
}

extension Block {
  /// Plain text as a paragraph, for when it leaves its cell.
  var standingAlone: Block {
    guard case .plain(let content) = kind else { return self }
    return Block(.paragraph(content), at: range)
  }
}
