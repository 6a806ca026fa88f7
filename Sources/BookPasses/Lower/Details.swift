import BookModel
import SourceText

extension PageLowering {
  /// `<details>`: what stands in its first `summary`, wherever that is, and the rest.
  mutating func details(_ element: MarkupElement) -> [Block] {
    var children = element.children
    let summary = children.takeFirst("summary").map { phrasing($0.children).trimmed }
    let own = content(of: element["summary"], at: element.range)
    let blocks = flow(children, runs: .paragraphs)
    let details = Block(.details(Details(summary: summary ?? own ?? [], blocks: blocks)), at: element.range)
    guard let id = text(of: element["id"]).flatMap(AttributeRules.id) else { return [details] }
    let attributes = [ElementAttribute(name: "id", value: id)]
    return [Block(.element(Element(name: "div", attributes: attributes, content: [details])), at: element.range)]
  }
}

extension [MarkupNode] {
  /// Removes the first element of a name and returns it; paragraphs are looked into, other elements are not.
  mutating func takeFirst(_ name: String) -> MarkupElement? {
    for index in indices {
      switch self[index] {
      case .element(let element) where element.name == name:
        remove(at: index)
        return element
      case .paragraph(var inner, let range):
        guard let found = inner.takeFirst(name) else { continue }
        if inner.allSatisfy(\.isSpace) { remove(at: index) } else { self[index] = .paragraph(inner, range) }
        return found
      default: continue
      }
    }
    return nil
  }
}
