import BookModel
import SourceText

/// Links without text (WCAG 2.4.4): neither words nor an image with alternative text.
func checkLinks(in blocks: [Block], findings: inout Findings) {
  blocks.walkInlines { inline in
    guard case .link(let link) = inline.kind, link.content.plainText.trimmed.isEmpty else { return }
    findings.warning(
      .linkEmpty, "this link has no text", at: inline.range, help: "say where it leads between the brackets: `[…](…)`")
  }
}
