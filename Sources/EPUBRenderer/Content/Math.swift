import BookModel
import MarkupXML
import SourceText

extension ContentWriter {
  /// `$x^2$` → `<math alttext="x^2">…</math>`; a formula that could not be set → `<code class="math">x^2</code>`,
  /// reported.
  func math(_ math: InlineMath, at range: SourceRange) {
    guard let formula = edition.illustrations.formulas[math] else {
      return source(of: math, at: range)
    }
    hasMathML = true
    // Made by KaTeX and checked, so that nothing in it is the author's but text.
    xml.markup(TrustedMarkup(trusting: formula.mathML))
  }

  /// `$$…$$` → the same in a block of its own.
  func displayMath(_ tex: String, at range: SourceRange) {
    xml.element("div", ["class": "formula"]) { math(InlineMath(tex: tex, isDisplay: true), at: range) }
  }

  private func source(of math: InlineMath, at range: SourceRange) {
    if !edition.illustrations.unreadable.contains(math) {
      findings.note(.mathAsTeX, "the formula is shown as its TeX source", at: range)
    }
    let className = math.isDisplay ? "math display" : "math"
    xml.element("code", ["class": className, "dir": codeDirection], text: math.tex.withoutFinalLineFeed)
  }
}
