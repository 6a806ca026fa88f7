import BookModel

/// What the lowering pass left as its author wrote it, in the nearest honest form: content as content, source as a
/// listing. The pass has reported it.
extension ContentWriter {
  func written(_ written: WrittenBlock) {
    switch written {
    case .directive(let directive): self.directive(directive)
    case .jsx(let element):
      if element.content.isEmpty { source("<\(element.name) />") } else { blocks(element.content) }
    case .expression(let text): source("{\(text)}")
    case .esm(let text), .html(let text): source(text)
    }
  }

  private func directive(_ directive: Directive) {
    guard directive.label != nil || directive.blocks?.isEmpty == false else { return source("::\(directive.name)") }
    if let label = directive.label {
      tex.opening("para")
      tex.command("hpstrong", .body { [self] in line(label.trimmed) })
      tex.closing("endpara")
      tex.blankLine()
    }
    blocks(directive.blocks ?? [])
  }

  func written(_ written: WrittenInline) {
    switch written {
    case .directive(let directive):
      if let label = directive.label { inlines(label) } else { text(":\(directive.name)") }
    case .jsx(let element):
      if element.content.isEmpty { inlineCode("<\(element.name) />") } else { inlines(element.content) }
    case .expression(let text): inlineCode("{\(text)}")
    case .html(let text): inlineCode(text)
    }
  }

  private func source(_ text: String) {
    listing(CodeBlock(language: nil, text: text), title: nil)
  }
}
