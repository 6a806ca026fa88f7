import BookModel

extension SpecificationHTML {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): write(text: text)
    case .softBreak: write(raw: "\n")
    case .lineBreak: write(raw: "<br />\n")
    case .emphasis(let content): write(content, in: "em")
    case .strong(let content): write(content, in: "strong")
    case .strikethrough(let content): write(content, in: "del")
    case .code(let text):
      write(raw: "<code>")
      write(text: text)
      write(raw: "</code>")
    case .link(let link): write(link)
    case .image(let image): write(image)
    case .footnoteReference(let reference): write(reference, at: inline.range.start)
    case .written(.html(let html)):
      write(raw: filtersTags ? Self.disarmed(html) : html)
    case .math: writeForeign("math")
    case .element: writeForeign("element")
    case .written(.directive): writeForeign("directive")
    case .written(.jsx): writeForeign("jsx")
    case .written(.expression): writeForeign("expression")
    }
  }

  private mutating func write(_ content: [Inline], in name: String) {
    write(raw: "<\(name)>")
    write(content)
    write(raw: "</\(name)>")
  }

  private mutating func write(_ link: Link) {
    guard case .written(let address) = link.target else { return writeForeign("resolved link") }
    write(raw: "<a href=\"")
    write(address: address)
    write(title: link.title)
    write(raw: "\">")
    write(link.content)
    write(raw: "</a>")
  }

  private mutating func write(_ image: Image) {
    guard case .written(let address) = image.source else { return writeForeign("resolved image") }
    write(raw: "<img src=\"")
    write(address: address)
    write(raw: "\" alt=\"")
    write(text: image.alternative)
    write(title: image.title)
    write(raw: "\" />")
  }

  private mutating func write(title: String?) {
    guard let title, !title.isEmpty else { return }
    write(raw: "\" title=\"")
    write(text: title)
  }
}
