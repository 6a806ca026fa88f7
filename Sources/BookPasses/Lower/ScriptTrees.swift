import BookModel
import SourceText

extension PageLowering {
  /// What the sandbox made of JSX, as the tree that written JSX makes: texts, lists, and elements as
  /// `{"$jsx": name, "props": …, "children": […]}`.
  mutating func nodes(of value: Value, at range: SourceRange) -> [MarkupNode] {
    switch value {
    case .null, .bool: return []
    case .string(let text): return text.isEmpty ? [] : [.text(text, range)]
    case .number: return [.text(value.scalarText ?? "", range)]
    case .array(let values): return values.flatMap { nodes(of: $0, at: range) }
    case .object:
      guard let name = value["$jsx"]?.string else { return [] }
      let children = value["children"]?.array ?? []
      if name == Slot.elementName { return slotNodes(at: range) }
      let element = MarkupElement(
        name: name, attributes: attributes(of: value["props"], at: range),
        children: children.flatMap { nodes(of: $0, at: range) }, range: range, isClosed: true, isFlow: false)
      return [.element(element)]
    }
  }

  private func attributes(of props: Value?, at range: SourceRange) -> [JSXAttribute] {
    (props?.members ?? []).compactMap { member in
      switch member.value {
      case .null, .bool(false): nil
      case .bool(true): JSXAttribute(name: member.key, value: .flag, range: range)
      case .string(let text): JSXAttribute(name: member.key, value: .string(text), range: range)
      case .number, .array, .object:
        JSXAttribute(name: member.key, value: .expression(member.value.json), range: range)
      }
    }
  }

  /// What the component holds, whose function or partial is being shown.
  mutating func slotNodes(at range: SourceRange) -> [MarkupNode] {
    slot?.isUsed = true
    return (slot?.blocks ?? []).nodes
  }
}

extension [Block] {
  /// The blocks as nodes of a tree; running text without a paragraph of its own as what it is.
  var nodes: [MarkupNode] {
    flatMap { block -> [MarkupNode] in
      if case .plain(let content) = block.kind { content.map { .inline($0) } } else { [.block(block)] }
    }
  }
}

extension Slot {
  /// The name of the element that stands for it.
  static let elementName = "$slot"
}

extension Value {
  /// Whether it is JSX, or a list with some in it.
  var holdsJSX: Bool {
    switch self {
    case .object: self["$jsx"] != nil
    case .array(let values): values.contains(where: \.holdsJSX)
    case .null, .bool, .number, .string: false
    }
  }

  /// The text that can be seen of it; nil where there is none.
  var shownText: String? {
    switch self {
    case .string, .number: return scalarText
    case .bool, .null: return nil
    case .array(let values):
      let texts = values.compactMap(\.shownText)
      return texts.isEmpty ? nil : texts.joined()
    case .object: return self["$jsx"] == nil ? nil : self["children"]?.shownText
    }
  }
}
