import BookModel
import SourceText

/// A link without text (WCAG 2.4.4): neither words nor an image with alternative text.
func checkText(of link: Link, at range: SourceRange, _ findings: inout Findings) {
  guard link.content.plainText.trimmed.isEmpty else { return }
  findings.warning(
    .linkEmpty, "this link has no text", at: range, help: "say where it leads between the brackets: `[…](…)`")
}
