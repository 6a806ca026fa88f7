import BookModel
import MarkupXML

/// What the lowering pass left as its author wrote it, in the nearest honest form: content as content, source as a
/// listing. The pass has reported it.
extension ContentWriter {
  func written(_ written: WrittenBlock) {
    switch written {
    case .directive(let directive): self.directive(directive)
    case .jsx(let element):
      if element.content.isEmpty { source(element.source) } else { blocks(element.content) }
    case .expression(let text): source("{\(text)}")
    case .esm(let text), .html(let text): source(text)
    }
  }

  private func directive(_ directive: Directive) {
    guard directive.label != nil || directive.blocks?.isEmpty == false else { return source("::\(directive.name)") }
    xml.element("div", ["class": "directive"]) {
      xml.newline()
      if let label = directive.label {
        xml.element("p", ["class": "directive-label"]) { phrasing(label) }
        xml.newline()
      }
      blocks(directive.blocks ?? [])
    }
  }

  func written(_ written: WrittenInline) {
    switch written {
    case .directive(let directive):
      if let label = directive.label { inlines(label) } else { xml.text(":\(directive.name)") }
    case .jsx(let element):
      if element.content.isEmpty { inlineSource(element.source) } else { inlines(element.content) }
    case .expression(let text): inlineSource("{\(text)}")
    case .html(let text): inlineSource(text)
    }
  }

  private func source(_ text: String) {
    listing(name: nil, className: "source") { xml.text(text.withoutFinalLineFeed) }
  }

  private func inlineSource(_ text: String) {
    xml.element("code", ["class": "source", "dir": codeDirection], text: text)
  }
}

extension JSXElement {
  /// The tag again, as its author wrote it but for white space.
  fileprivate var source: String {
    let attributes = attributes.map { attribute in
      switch attribute.value {
      case .flag: " \(attribute.name)"
      case .string(let text): " \(attribute.name)=\"\(text)\""
      case .expression(let text): attribute.name.isEmpty ? " {\(text)}" : " \(attribute.name)={\(text)}"
      }
    }
    return "<\(name)\(attributes.joined())\(isSelfClosing ? " /" : "")>"
  }
}
