import BookModel
import SourceText

/// Components whose meaning we know: those of Docusaurus's themes.
enum ComponentNames {
  /// Those that stand among paragraphs.
  static let block: Set = [
    "Tabs", "TabItem", "Admonition", "CodeBlock", "DocCardList", "DocCard", "Details", "TOCInline", "Head",
  ]
  static let known: Set = block.union([
    "Link", "Translate", "BrowserOnly", "ThemedImage", "IdealImage", "Image", "Zoom",
  ]).union(films)
  /// Those that show a film from elsewhere.
  static let films: Set = ["LiteYouTubeEmbed", "YouTube", "YouTubeEmbed", "Youtube", "ReactPlayer", "Vimeo"]
}

extension PageLowering {
  func isBlockComponent(_ element: MarkupElement) -> Bool {
    ComponentNames.block.contains(element.name) || partial(of: element) != nil
  }

  /// A component among paragraphs.
  mutating func component(_ element: MarkupElement) -> [Block] {
    if let partial = partial(of: element) { return blocks(of: partial, element) }
    switch element.name {
    case "Tabs": return tabs(element)
    case "TabItem":
      return tabs(MarkupElement(name: "Tabs", attributes: [], children: [.element(element)], range: element.range))
    case "Admonition": return admonition(element)
    case "CodeBlock": return codeBlock(element)
    case "Details": return details(element)
    case "DocCardList": return cards(element)
    case "TOCInline": return inlineContents(element)
    case "DocCard": return card(element)
    case "Head":
      reportDropped(element, "it sets the head of a page on the web")
      return []
    case "BrowserOnly", "Translate", "Link", "ThemedImage", "IdealImage", "Image", "Zoom":
      let hasBlocks = element.children.contains { isBlock($0) }
      return hasBlocks
        ? flow(element.children, runs: .paragraphs) : paragraph(lowered: inlineComponent(element), at: element.range)
    default:
      if ComponentNames.films.contains(element.name), let film = videoComponent(element) {
        return paragraph(lowered: film, at: element.range)
      }
      return unknownComponent(element)
    }
  }

  /// A component in running text.
  mutating func inlineComponent(_ element: MarkupElement) -> [Inline] {
    if let partial = partial(of: element) { return blocks(of: partial, element).flatMap(\.runningText) }
    if let image = importedImage(element) { return image }
    switch element.name {
    case "Link":
      guard let address = text(of: element["to"]) ?? text(of: element["href"]) else {
        return phrasing(element.children)
      }
      return link(to: address, title: text(of: element["title"]), element.children, at: element.range)
    case "Translate", "BrowserOnly", "Zoom": return phrasing(element.children)
    case "ThemedImage":
      var image = element
      image.attributes += element["sources"].map { [JSXAttribute(name: "src", value: $0, range: element.range)] } ?? []
      return self.image(image)
    case "IdealImage": return image(element)
    case "Image" where imageAddress(element["src"] ?? element["img"]) != nil: return image(element)
    default:
      if ComponentNames.films.contains(element.name), let film = videoComponent(element) { return film }
      if ComponentNames.block.contains(element.name) { return component(element).flatMap(\.runningText) }
      return unknownComponent(element).flatMap(\.runningText)
    }
  }

  mutating func reportDropped(_ element: MarkupElement, _ reason: String) {
    tally.count(
      Diagnostic(.note, .componentDropped, "`<\(element.name)>` is left out: \(reason)", at: element.range))
  }

  /// `import Logo from './logo.svg'` and `<Logo/>`.
  private func importedImage(_ element: MarkupElement) -> [Inline]? {
    guard let module = scope.module(element.name), ImageNames.isImage(module) else { return nil }
    let alternative = text(of: element["alt"]) ?? text(of: element["title"]) ?? text(of: element["aria-label"]) ?? ""
    return [Inline(.image(Image(source: .written(module), alternative: alternative)), at: element.range)]
  }

  /// A component of the site's own: its children, and of its props what a reader could see, an image, a link and
  /// texts, in a plain form.
  private mutating func unknownComponent(_ element: MarkupElement) -> [Block] {
    if let image = importedImage(element) { return paragraph(lowered: image, at: element.range) }
    tally.count(
      Diagnostic(
        .warning, .componentUnknown, "the component `<\(element.name)>` is none we know", at: element.range,
        help: "what it holds is kept, and of its props images, links and texts; say what it is under `components` in "
          + "book.yml, or write it in Markdown"))
    let props = ComponentProps(element, reading: self)
    note(element, shown: props)
    return props.blocks(at: element.range, inLink: insideLink) + flow(element.children, runs: .paragraphs)
  }
}

/// Pictures as told by their names.
enum ImageNames {
  private static let extensions: Set = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tiff", "tif", "jxl", "ico",
  ]

  static func isImage(_ address: String) -> Bool {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return !path.contains { $0 == " " || $0 == "\n" } && extensions.contains(Paths.fileExtension(of: String(path)))
  }
}
