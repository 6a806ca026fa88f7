import BookModel
import SourceText

/// Images without alternative text (WCAG 1.1.1); one in a link whose text says it all is decoration.
func checkAlternatives(in blocks: [Block], findings: inout Findings) {
  func check(_ image: Image, at range: SourceRange) {
    guard image.alternative.trimmed.isEmpty else { return }
    findings.warning(
      .imageWithoutAlternative, "this image has no alternative text", at: range,
      help: "say between the brackets what it shows: `![…](…)`")
  }
  blocks.walk { block in
    if case .figure(let figure) = block.kind { check(figure.image, at: block.range) }
  }
  blocks.walkInlines { inline in
    if case .image(let image) = inline.kind { check(image, at: inline.range) }
  }
}
