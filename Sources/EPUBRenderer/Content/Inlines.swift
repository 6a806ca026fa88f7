import BookModel
import MarkupXML

extension ContentWriter {
  func inlines(_ content: [Inline]) {
    for (index, inline) in content.enumerated() {
      if case .softBreak = inline.kind, content.joinsLines(at: index) { continue }
      self.inline(inline)
    }
  }

  /// Inlines in an element that holds running text alone.
  func phrasing(_ content: [Inline]) {
    let wasPhrasing = isPhrasing
    isPhrasing = true
    inlines(content)
    isPhrasing = wasPhrasing
  }

  private func inline(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): xml.text(text)
    case .softBreak: xml.newline()
    case .lineBreak: xml.empty("br")
    case .emphasis(let content): xml.element("em") { phrasing(content) }
    case .strong(let content): xml.element("strong") { phrasing(content) }
    case .strikethrough(let content): xml.element("del") { phrasing(content) }
    case .code(let text): xml.element("code", ["dir": codeDirection], text: text)
    case .math(let math): self.math(math, at: inline.range)
    case .link(let link): self.link(link, at: inline.range)
    case .image(let image): self.image(image)
    case .footnoteReference(let reference): footnoteReference(reference)
    case .element(let element): self.element(element)
    case .written(let written): self.written(written)
    }
  }
}
