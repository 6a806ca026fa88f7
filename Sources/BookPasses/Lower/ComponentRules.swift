import BookModel
import MustacheBinding
import SourceText

extension PageLowering {
  /// What the author's map of components (`components` in book.yml) makes of one; nil where it does not name it.
  mutating func ruled(_ element: MarkupElement) -> [MarkupNode]? {
    guard element.isComponent, let action = shelf.rules[element.name] else { return nil }
    uses.append(
      ComponentUse(
        name: element.name, range: element.range, outcome: action.outcome, suggestion: action.word))
    switch action {
    case .drop:
      reportDropped(element, "book.yml says so")
      return []
    case .unwrap: return element.children
    case .figure: return figure(element)
    case .link: return [linked(element)]
    case .admonition(let keyword):
      var inner = element
      if let keyword { inner.attributes.insert(keyword.attribute(named: "type", at: element.range), at: 0) }
      return admonition(inner).map { .block($0) }
    case .code: return codeBlock(element.withCodeOfProps(reading: self)).map { .block($0) }
    case .template(let template): return nodes(of: template, for: element)
    }
  }

  private mutating func figure(_ element: MarkupElement) -> [MarkupNode] {
    let props = ComponentProps(element, reading: self)
    guard let source = props.images.first else { return element.children }
    let caption = phrasing(element.children).trimmed
    let title = props.title.map { [Inline(.text($0), at: element.range)] } ?? []
    let shown = caption.isEmpty ? title : caption
    let image = Image(source: .written(source), alternative: props.alternative ?? shown.plainText)
    guard element.isFlow else { return [.inline(Inline(.image(image), at: element.range))] }
    return [.block(Block(.figure(Figure(image: image, caption: shown)), at: element.range))]
  }

  private mutating func linked(_ element: MarkupElement) -> MarkupNode {
    let props = ComponentProps(element, reading: self)
    var content = withinLink { $0.phrasing(element.children) }.trimmed
    if content.isEmpty {
      let text = props.title ?? props.texts.first ?? props.link ?? element.name
      content = [Inline(.text(text), at: element.range)]
    }
    let link = props.link.map { Inline.Kind.link(Link(target: .written($0), content: content)) }
    let inlines = link.map { [Inline($0, at: element.range)] } ?? content
    guard element.isFlow else { return .element(MarkupElement(inlines, at: element.range)) }
    return .block(Block(.paragraph(inlines), at: element.range))
  }

  /// The HTML of a template, lowered like any other; its `{{{children}}}` is what the component holds.
  private mutating func nodes(of template: String, for element: MarkupElement) -> [MarkupNode] {
    var props: [String: MustacheValue] = [:]
    for attribute in element.attributes {
      props[attribute.name] =
        switch attribute.value {
        case .flag: .flag(true)
        case .string(let text): Value.string(text).ofTemplate
        case .expression(let expression): value(of: expression)?.ofTemplate
        }
    }
    let holds = element.children.contains { !$0.isSpace }
    props["children"] = holds ? .text(Self.childrenTag) : nil
    do throws(MustacheError) {
      let html = try MustachePage(template).render(props)
        .replacing(Self.childrenTag.escapedAsMarkup, with: Self.childrenTag)
      return filling(markup(of: [Block(.written(.html(html)), at: element.range)]), with: element.children)
    } catch {
      preconditionFailure("a template was taken from book.yml that is no Mustache: \(error.message)")
    }
  }

  private static let childrenTag = "<handpress-children></handpress-children>"

  private func filling(_ nodes: [MarkupNode], with children: [MarkupNode]) -> [MarkupNode] {
    nodes.flatMap { node -> [MarkupNode] in
      switch node {
      case .element(let element) where element.name == "handpress-children": return children
      case .element(var element):
        element.children = filling(element.children, with: children)
        return [.element(element)]
      case .paragraph(let inner, let range): return [.paragraph(filling(inner, with: children), range)]
      case .text, .block, .inline, .close: return [node]
      }
    }
  }
}

extension Value {
  /// As a template sees it; nil for what shows no text and no section.
  fileprivate var ofTemplate: MustacheValue? {
    switch self {
    case .null: nil
    case .bool(let truth): .flag(truth)
    case .number: scalarText.map { .text($0) }
    case .string(let text): text.isEmpty ? nil : .text(text)
    case .array(let values):
      .list(values.map { $0.ofTemplate ?? .text("") }, text: shownText ?? "")
    case .object(let members):
      .object(
        members.reduce(into: [:]) { $0[$1.key] = $1.value.ofTemplate }, text: shownText ?? "")
    }
  }
}

extension ComponentRule.Action {
  fileprivate var outcome: String {
    switch self {
    case .drop: "left out, as book.yml says"
    default: "made \(word == "unwrap" ? "of what it holds" : "a \(word)"), as book.yml says"
    }
  }

  /// As it stands in book.yml.
  fileprivate var word: String {
    switch self {
    case .drop: "drop"
    case .unwrap: "unwrap"
    case .figure: "figure"
    case .link: "link"
    case .admonition: "admonition"
    case .code: "code"
    case .template: "template"
    }
  }
}

extension String {
  fileprivate func attribute(named name: String, at range: SourceRange) -> JSXAttribute {
    JSXAttribute(name: name, value: .string(self), range: range)
  }
}

extension MarkupElement {
  /// A fragment of running text.
  fileprivate init(_ inlines: [Inline], at range: SourceRange) {
    self.init(name: "", attributes: [], children: inlines.map { .inline($0) }, range: range, isClosed: true)
  }

  /// With the code of a prop as its text, where it has no text of its own.
  fileprivate func withCodeOfProps(reading page: PageLowering) -> MarkupElement {
    guard children.allSatisfy(\.isSpace) else { return self }
    var result = self
    let code = ["code", "source", "value", "content", "text"].compactMap { page.text(of: self[$0]) }.first
    result.children = code.map { [.text($0, range)] } ?? []
    return result
  }
}
