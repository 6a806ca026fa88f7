import BookModel
import MarkupXML
import SourceText

extension ContentWriter {
  /// `$x^2$` → `<math alttext="x^2">…</math>`; a formula that could not be set → `<code class="math">x^2</code>`,
  /// reported.
  ///
  /// Where formulas are pictures → `<img class="math" src="images/f0001.png" alt="x^2" style="width: …em; …"/>`
  func math(_ math: InlineMath, at range: SourceRange) {
    guard let formula = edition.illustrations.formulas[math] else {
      return source(of: math, at: range)
    }
    guard edition.options.form == .modern else {
      guard let picture = formula.picture, let path = edition.drawnPictures[math] else {
        return source(of: math, at: range)
      }
      return show(picture, of: math, path: path)
    }
    hasMathML = true
    // Made by KaTeX and checked, so that nothing in it is the author's but text.
    xml.markup(TrustedMarkup(trusting: formula.mathML))
  }

  /// `$$…$$` → the same in a block of its own.
  func displayMath(_ tex: String, at range: SourceRange) {
    xml.element("div", ["class": "formula"]) { math(InlineMath(tex: tex, isDisplay: true), at: range) }
  }

  /// As high as letters of the same size, with its line on theirs; one that is wider than the page is made smaller.
  private func show(_ picture: FormulaPicture, of math: InlineMath, path: String) {
    let depth = math.isDisplay ? "" : "; vertical-align: \((-picture.depth).inEms)em"
    xml.empty(
      "img",
      [
        "class": "math", "src": path, "alt": math.tex.trimmingSpace,
        "style": "width: \(picture.width.inEms)em\(depth)",
      ])
  }

  private func source(of math: InlineMath, at range: SourceRange) {
    if !edition.illustrations.unreadable.contains(math) {
      findings.note(.mathAsTeX, "the formula is shown as its TeX source", at: range)
    }
    let className = math.isDisplay ? "math display" : "math"
    xml.element("code", ["class": className, "dir": codeDirection], text: math.tex.withoutFinalLineFeed)
  }
}

extension Double {
  /// With at most three digits after the point.
  var inEms: String { Value.number((self * 1000).rounded() / 1000).scalarText ?? "0" }
}

extension String {
  fileprivate var trimmingSpace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
