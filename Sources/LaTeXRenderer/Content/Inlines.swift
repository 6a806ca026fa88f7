import BookModel
import SourceText

extension ContentWriter {
  func inlines(_ content: some Sequence<Inline>) {
    let content = Array(content)
    for (index, inline) in content.enumerated() {
      if case .softBreak = inline.kind, content.joinsLines(at: index) {
        joinedLine()
      } else {
        self.inline(inline)
      }
    }
  }

  /// A line end between letters of a script without spaces.
  private func joinedLine() {
    tex.raw("\\hpcjk{}%")
    tex.newline()
    lastLetter = nil
  }

  private func inline(_ inline: Inline) {
    tex.place = inline.range
    termAnchor(at: inline.range)
    switch inline.kind {
    case .text(let text): self.text(text)
    case .softBreak:
      record(" ") {}
      tex.newline()
      lastLetter = nil
    case .lineBreak:
      endDirectedLine()
      tex.command("hpbreak")
      lastLetter = nil
    case .emphasis(let content): tex.command("emph", .body { [self] in inlines(content) })
    case .strong(let content): tex.command("hpstrong", .body { [self] in inlines(content) })
    case .strikethrough(let content): struck { self.inlines(content) }
    case .code(let text): inlineCode(text)
    case .math(let math): self.math(math, at: inline.range)
    case .link(let link): self.link(link, at: inline.range)
    case .image(let image): self.image(image, at: inline.range)
    case .footnoteReference(let reference): footnoteReference(reference)
    case .element(let element): self.element(element)
    case .written(let written): self.written(written)
    }
  }

  /// `~~old~~` → `\hpstrike{old}`
  func struck(_ content: @escaping () -> Void) {
    needs.strike = true
    tex.command("hpstrike", .body(content))
  }

  /// `` `npm ci` `` → `\code{npm ci}`
  func inlineCode(_ text: String) {
    tex.command("code", .body { [self] in leftToRight { set(in: .mono) { self.text(text) } } })
  }
}
