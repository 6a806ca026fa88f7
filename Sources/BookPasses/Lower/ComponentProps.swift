import BookModel
import SourceText

/// What a reader could see of the props of a component nobody knows.
struct ComponentProps {
  private(set) var title: String?
  private(set) var texts: [String] = []
  private(set) var images: [String] = []
  private(set) var alternative: String?
  private(set) var link: String?
  private(set) var code: [String] = []
  /// Lists of texts and of objects with props of their own.
  private(set) var lists: [[Entry]] = []

  indirect enum Entry {
    case text(String)
    case props(ComponentProps)
  }

  init(_ element: MarkupElement, reading page: PageLowering) {
    for attribute in element.attributes {
      switch attribute.value {
      case .flag: break
      case .string(let text): add(attribute.name, .string(text))
      case .expression(let expression):
        guard !Self.isHidden(attribute.name) else { continue }
        if let value = page.value(of: expression) { add(attribute.name, value) }
      }
    }
  }

  private init(_ members: [Value.Member], depth: Int) {
    for member in members { add(member.key, member.value, depth: depth) }
  }

  private mutating func add(_ name: String, _ value: Value, depth: Int = 0) {
    switch value {
    case .null, .bool: break
    case .number: if Self.titles.contains(name.lowercased()) { add(name, text: value.scalarText ?? "") }
    case .string(let text): add(name, text: text.trimmed)
    case .array(let values):
      let entries = values.compactMap { Self.entry(name, $0, depth: depth) }
      if !entries.isEmpty { lists.append(entries) }
    case .object(let members):
      if value.holdsJSX {
        if let text = value.shownText?.trimmed, !text.isEmpty { add("text", text: text) }
      } else if let source = (value["default"] ?? value["src"] ?? value["light"])?.string, ImageNames.isImage(source) {
        images.append(source)
      } else if depth < 8, !Self.isHidden(name) {
        let inner = ComponentProps(members, depth: depth + 1)
        if !inner.isEmpty { lists.append([.props(inner)]) }
      }
    }
  }

  private static func entry(_ name: String, _ value: Value, depth: Int) -> Entry? {
    if isHidden(name) || depth >= 8 { return nil }
    if let text = value.scalarText ?? value.shownText {
      return isProse(text) || texts.contains(name.lowercased()) || titles.contains(name.lowercased())
        || name.lowercased() == "items" ? .text(text.trimmed) : nil
    }
    guard let members = value.members else { return nil }
    let props = ComponentProps(members, depth: depth + 1)
    return props.isEmpty ? nil : .props(props)
  }

  private mutating func add(_ name: String, text: String) {
    guard !text.isEmpty else { return }
    let key = name.lowercased()
    switch key {
    case "alt": alternative = text
    case "href", "to", "url", "link": if link == nil { link = text }
    case "code", "snippet": code.append(text)
    case _ where Self.titles.contains(key):
      if title == nil { title = text } else { texts.append(text) }
    case _ where Self.texts.contains(key): texts.append(text)
    case _ where ImageNames.isImage(text): images.append(text)
    case _ where ["src", "video", "source"].contains(key) && text.contains("/"): if link == nil { link = text }
    case _ where !Self.isHidden(name) && Self.isProse(text): texts.append(text)
    default: break
    }
  }

  private static let titles: Set = ["title", "label", "heading", "header", "name"]
  private static let texts: Set = [
    "description", "text", "caption", "summary", "subtitle", "content", "children", "body", "message", "tooltip", "tip",
    "definition", "question", "answer", "quote", "author",
  ]

  /// Props that say how a thing looks or works, not what it says.
  private static func isHidden(_ name: String) -> Bool {
    let key = name.lowercased()
    return hidden.contains(key) || key.hasSuffix("class") || key.hasSuffix("classname") || key.hasSuffix("style")
      || (key.hasPrefix("on") && name.utf8.dropFirst(2).first.map { $0 >= 0x41 && $0 <= 0x5A } == true)
      || key.hasPrefix("data-") || key.hasPrefix("aria-") && key != "aria-label"
  }

  private static let hidden: Set = [
    "class", "style", "sx", "css", "key", "ref", "id", "icon", "type", "variant", "size", "color", "theme", "layout",
    "width", "height", "rel", "target", "allow", "loading", "sizes", "srcset", "d", "viewbox", "transform", "points",
  ]

  /// Whether a text is for reading: words with a space between, or letters beyond ASCII.
  private static func isProse(_ text: String) -> Bool {
    let bytes = text.utf8
    if bytes.contains(where: { $0 >= 0x80 }) { return true }
    guard bytes.contains(0x20), bytes.contains(where: \.isLetter) else { return false }
    return !text.contains("{") && !text.contains("=>")
  }

  var isEmpty: Bool {
    title == nil && texts.isEmpty && images.isEmpty && link == nil && code.isEmpty && lists.isEmpty
  }

  /// What there is, in words.
  var kinds: [String] {
    var kinds: [String] = []
    if title != nil { kinds.append("a title") }
    if link != nil { kinds.append("a link") }
    if !texts.isEmpty { kinds.append(texts.count == 1 ? "a text" : "\(texts.count) texts") }
    if !code.isEmpty { kinds.append("code") }
    if !images.isEmpty { kinds.append(images.count == 1 ? "a picture" : "\(images.count) pictures") }
    if !lists.isEmpty { kinds.append("a list") }
    return kinds
  }

  /// All of it as blocks: title and link, texts, code, pictures, lists.
  func blocks(at range: SourceRange, inLink: Bool) -> [Block] {
    var result: [Block] = []
    if let heading = heading(at: range, inLink: inLink) { result.append(Block(.paragraph(heading), at: range)) }
    result += texts.map { Block(.paragraph([Inline(.text($0), at: range)]), at: range) }
    result += code.map { Block(.code(CodeBlock(language: nil, text: $0 + "\n")), at: range) }
    result += images.map { source in
      Block(.figure(Figure(image: Image(source: .written(source), alternative: alternative ?? title ?? ""))), at: range)
    }
    result += lists.map { list(of: $0, at: range, inLink: inLink) }
    return result
  }

  private func list(of entries: [Entry], at range: SourceRange, inLink: Bool) -> Block {
    let items = entries.map { entry -> ListItem in
      switch entry {
      case .text(let text):
        ListItem(blocks: [Block(.paragraph([Inline(.text(text), at: range)]), at: range)], range: range)
      case .props(let props): ListItem(blocks: props.blocks(at: range, inLink: inLink), range: range)
      }
    }
    let isTight = items.allSatisfy { $0.blocks.count < 2 }
    return Block(.list(List(marker: .bullet, isTight: isTight, items: items)), at: range)
  }

  /// Title and link as one line; nil without both.
  private func heading(at range: SourceRange, inLink: Bool) -> [Inline]? {
    guard let shown = title ?? link else { return nil }
    let text = [Inline(.text(shown), at: range)]
    guard let link, !inLink else { return title == nil ? nil : [Inline(.strong(text), at: range)] }
    return [Inline(.link(Link(target: .written(link), content: text)), at: range)]
  }
}
