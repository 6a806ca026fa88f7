import BookModel
import SourceText

/// An image without alternative text (WCAG 1.1.1).
func checkAlternative(of image: Image, at range: SourceRange, _ findings: inout Findings) {
  guard image.alternative.trimmed.isEmpty, !image.isDecorative else { return }
  findings.warning(
    .imageWithoutAlternative, "this image has no alternative text", at: range,
    help: "say between the brackets what it shows: `![…](…)`; one that only decorates is written `<img alt=\"\" …/>`")
}
