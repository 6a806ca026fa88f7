import BookModel
import MarkdownReader
import SourceText

/// A page read from text, with the findings its reading made.
struct Reading {
  let file: SourceFile
  let page: Page
  let findings: [Diagnostic]

  init(_ text: String, path: String = "page.mdx", _ change: (inout Site) -> Void = { _ in }) {
    self.init(bytes: Array(text.utf8), path: path, change)
  }

  init(bytes: [UInt8], path: String = "page.mdx", _ change: (inout Site) -> Void = { _ in }) {
    var site = Site()
    change(&site)
    var findings = Findings()
    file = SourceFile(id: FileID(7), path: path, bytes: bytes)
    page = readPage(file, site: site, findings: &findings)
    self.findings = findings.sorted()
  }

  var blocks: [Block] { page.blocks }
  var ids: [DiagnosticID] { findings.map(\.id) }

  /// The tree on one line, without ranges.
  var outline: String { outlined(blocks) }
}

/// Blocks on one line, as `name(content)`.
func outlined(_ blocks: [Block]) -> String { blocks.map(outlined).joined(separator: " ") }

private func outlined(_ block: Block) -> String {
  switch block.kind {
  case .paragraph(let content): "p(\(outlined(content)))"
  case .plain(let content): "plain(\(outlined(content)))"
  case .heading(let heading):
    "h\(heading.level)(\(outlined(heading.content)))" + (heading.explicitID.map { "#" + $0 } ?? "")
  case .thematicBreak: "hr"
  case .quote(let blocks): "quote(\(outlined(blocks)))"
  case .list(let list):
    (list.isTight ? "tight" : "loose") + "("
      + list.items.map { "item(\(outlined($0.blocks)))" }.joined(separator: " ") + ")"
  case .code(let code): "code[\(code.language ?? "")|\(code.meta)](\(code.text.debugDescription))"
  case .table(let table): "table(\((table.head + table.rows.joined()).map { outlined($0.content) }))"
  case .math(let tex): "math(\(tex))"
  case .admonition(let admonition): "\(admonition.style)[\(admonition.keyword)](\(outlined(admonition.blocks)))"
  case .written(.directive(let directive)):
    (directive.blocks == nil ? "::" : ":::") + directive.name + (directive.label.map { "[\(outlined($0))]" } ?? "")
      + attributes(directive.attributes) + (directive.blocks.map { "(\(outlined($0)))" } ?? "")
  case .written(.jsx(let element)): tag(element) + (element.isSelfClosing ? "" : "(\(outlined(element.content)))")
  case .written(.expression(let text)): "{\(text)}"
  case .written(.esm(let text)): "esm(\(text))"
  case .written(.html(let text)): "html(\(text))"
  case .diagram, .details, .tabs, .figure, .cards, .element: "\(block.kind)"
  }
}

/// Inlines on one line.
func outlined(_ inlines: [Inline]) -> String { inlines.map(outlined).joined() }

private func outlined(_ inline: Inline) -> String {
  switch inline.kind {
  case .text(let text): text
  case .softBreak: "⏎"
  case .lineBreak: "↵"
  case .emphasis(let content): "em(\(outlined(content)))"
  case .strong(let content): "strong(\(outlined(content)))"
  case .strikethrough(let content): "del(\(outlined(content)))"
  case .code(let text): "code(\(text))"
  case .math(let math): (math.isDisplay ? "display" : "math") + "(\(math.tex))"
  case .link(let link): "a[\(link.target)](\(outlined(link.content)))"
  case .image(let image): "img[\(image.source)](\(image.alternative))"
  case .footnoteReference(let reference): "note(\(reference.label))"
  case .written(.directive(let directive)):
    ":" + directive.name + (directive.label.map { "[\(outlined($0))]" } ?? "") + attributes(directive.attributes)
  case .written(.jsx(let element)): tag(element) + (element.isSelfClosing ? "" : "(\(outlined(element.content)))")
  case .written(.expression(let text)): "{\(text)}"
  case .written(.html(let text)): "html(\(text))"
  case .element: "\(inline.kind)"
  }
}

private func attributes(_ attributes: [ElementAttribute]) -> String {
  attributes.isEmpty ? "" : "{" + attributes.map { "\($0.name)=\($0.value)" }.joined(separator: ",") + "}"
}

private func tag<Content>(_ element: JSXElement<Content>) -> String {
  let attributes = element.attributes.map { attribute in
    switch attribute.value {
    case .flag: " \(attribute.name)"
    case .string(let text): " \(attribute.name)=\"\(text)\""
    case .expression(let text): " \(attribute.name)={\(text)}"
    }
  }
  return "<\(element.name)\(attributes.joined())>"
}
