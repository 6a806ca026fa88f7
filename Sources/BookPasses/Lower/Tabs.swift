import BookModel
import SourceText

extension PageLowering {
  /// `<Tabs groupId values><TabItem value label>`: the prop `values` names, labels and orders the panels, else each
  /// panel itself does; what is no panel is kept after them.
  mutating func tabs(_ element: MarkupElement) -> [Block] {
    let labels = labels(ofValues: element["values"])
    var panels: [Tabs.Panel] = []
    var rest: [MarkupNode] = []
    for node in element.children.structural {
      guard case .element(let child) = node, let value = panelValue(child, count: panels.count) else {
        rest.append(node)
        continue
      }
      let label = labels.first { $0.0 == value }?.1 ?? text(of: child["label"]) ?? value
      panels.append(Tabs.Panel(value: value, label: label, blocks: flow(child.children, runs: .paragraphs)))
    }
    let after = flow(rest, runs: .paragraphs)
    guard !panels.isEmpty else { return after }
    let group = text(of: element["groupId"])
    return [Block(.tabs(Tabs(group: group, panels: ordered(panels, by: labels))), at: element.range)] + after
  }

  /// In the order of `values`; panels that it does not name stay in theirs, behind.
  private func ordered(_ panels: [Tabs.Panel], by labels: [(String, String)]) -> [Tabs.Panel] {
    let named = labels.flatMap { label in panels.filter { $0.value == label.0 } }
    return named + panels.filter { panel in !labels.contains { $0.0 == panel.value } }
  }

  private func panelValue(_ element: MarkupElement, count: Int) -> String? {
    if let value = text(of: element["value"]) { return value }
    guard element.name == "TabItem" else { return nil }
    return text(of: element["label"]) ?? "\(count + 1)"
  }

  private func labels(ofValues attribute: JSXAttribute.Value?) -> [(String, String)] {
    guard case .expression(let expression)? = attribute, let values = value(of: expression)?.array else { return [] }
    return values.compactMap { entry in
      guard let value = entry["value"]?.scalarText else { return nil }
      return (value, entry["label"]?.shownText ?? value)
    }
  }
}
