import BookModel
import MarkupXML
import SourceText

extension ContentWriter {
  /// `$x^2$` → `<code class="math">x^2</code>`, reported.
  func math(_ math: InlineMath, at range: SourceRange) {
    formula(math.tex, className: math.isDisplay ? "math display" : "math", at: range)
  }

  /// `$$…$$` → the same in a paragraph of its own.
  func displayMath(_ tex: String, at range: SourceRange) {
    xml.element("div", ["class": "formula"]) { formula(tex, className: "math display", at: range) }
  }

  private func formula(_ tex: String, className: String, at range: SourceRange) {
    findings.note(.mathAsTeX, "the formula is shown as its TeX source", at: range)
    xml.element("code", ["class": className, "dir": codeDirection], text: tex.withoutFinalLineFeed)
  }
}
