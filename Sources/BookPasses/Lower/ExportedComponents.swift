import BookModel
import SourceText

extension PageLowering {
  /// A component that the page itself exports as a function (`export const Mark = ({children}) => <b>{children}</b>`):
  /// what the function returns for its props, its children standing where it puts them. nil for any other.
  mutating func exported(_ element: MarkupElement) -> [MarkupNode]? {
    let root = String(element.name.prefix { $0 != "." })
    guard element.isComponent, scope.exportedNames.contains(root), scope[root] == nil else { return nil }
    let children = flow(element.children, runs: .plain)
    let props = element.attributes.map(property).joined(separator: ", ")
    let slot = children.isEmpty ? "" : ", {$jsx: \"\(Slot.elementName)\", props: {}, children: []}"
    switch run("$h(\(JSXTransform.type(of: element.name)), {\(props)}\(slot))") {
    case .success(let value):
      let outer = self.slot
      self.slot = Slot(blocks: children)
      defer { self.slot = outer }
      return nodes(of: value, at: element.range)
    case .failure(let failure):
      tally.count(
        Diagnostic(
          .warning, .expressionUnread, "the component `<\(element.name)>` of this page cannot be evaluated",
          at: element.range, notes: [failure.reason], help: "what it holds is kept; write its result instead"))
      return nil
    }
  }

  private func property(_ attribute: JSXAttribute) -> String {
    let name = Value.string(attribute.name).json
    switch attribute.value {
    case .flag: return "\(name): true"
    case .string(let text): return "\(name): \(Value.string(text).json)"
    case .expression(let expression): return attribute.name.isEmpty ? expression : "\(name): (\(expression)\n)"
    }
  }
}
