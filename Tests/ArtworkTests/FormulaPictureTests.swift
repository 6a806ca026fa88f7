import BookModel
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Artwork

@Suite("Pictures of formulas", .enabled(if: InstalledLibraries.isPresent, InstalledLibraries.absence))
struct FormulaPictureTests {
  /// Each of them needs another rule of KaTeX's style sheet.
  private static let formulas = [
    #"a^2+b^2"#, #"\frac{a}{b}"#, #"\sqrt[3]{x}"#, #"\sum_{i=0}^n i"#, #"\hat{f}+\vec{v}"#, #"\overbrace{ab}^{n}"#,
    #"\begin{cases}x\\y\end{cases}"#, #"\begin{array}{c|r}a&b\\\hline cc&d\end{array}"#, #"\xrightarrow{abc}"#,
    #"\boxed{x}\cancel{y}"#, #"{\color{red}a}\phantom{b}c"#, #"\Large x\tiny y"#, #"a\coloneqq b"#,
    #"\mathrlap{a}b\text{ fi }\mathbb{R}"#, #"a\\b"#, #"x\tag{1}"#,
  ]

  private func svg(_ math: InlineMath) throws -> Result<FormulaSVG, FormulaError> {
    let katex = try KaTeX(libraries: InstalledLibraries(), macros: [])
    let fonts = FormulaFonts(libraries: InstalledLibraries())
    return try #require(katex.call(.boxes, [math]).first).flatMap { record in
      do throws(FormulaPictureError) {
        return .success(try KaTeX.svg(of: math, Array(record), fonts))
      } catch {
        return .failure(FormulaError(message: "\(error)"))
      }
    }
  }

  private func drawn(_ tex: String, isDisplay: Bool = true) throws -> DrawnFormula {
    let katex = try KaTeX(libraries: InstalledLibraries(), macros: [])
    let math = InlineMath(tex: tex, isDisplay: isDisplay)
    return try #require(katex.draw([math], libraries: InstalledLibraries()).first)
  }

  /// What the pictures were when they were last compared with a browser's, pixel by pixel.
  @Test("Letters, lines and curves stand where a browser puts them")
  func golden() throws {
    let file = SharedData.checkout.appending(path: "Tests/ArtworkTests/Golden/formulas.txt")
    var text = ""
    for tex in FormulaPictureTests.formulas {
      text += "\(tex)\n\(try svg(InlineMath(tex: tex, isDisplay: true)).get().text)\n\n"
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    for (made, golden) in zip(text.split(separator: "\n\n"), expected.split(separator: "\n\n")) {
      #expect(made == golden)
    }
    #expect(text == expected)
  }

  @Test("A picture stands on the line of the text, and is as large as its letters")
  func measures() throws {
    let x = try drawn("x", isDisplay: false).get()
    let y = try drawn("y", isDisplay: false).get()
    // 0.43 ems high in KaTeX's font, and 1.1 times as large in the text; half a pixel is 0.01.
    #expect(abs(x.height - 0.43 * 1.1) < 0.03)
    #expect(abs(x.depth) < 0.03)
    #expect(abs(y.depth - 0.205 * 1.1) < 0.03)
    #expect(abs(x.width - 0.572 * 1.1) < 0.03)
    #expect(Array(x.png.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
  }

  @Test("Space is as wide in a picture as it is in the formula")
  func space() throws {
    let alone = try drawn("x", isDisplay: false).get()
    let spaced = try drawn(#"x\quad"#, isDisplay: false).get()
    #expect(abs(spaced.width - alone.width - 1.1) < 0.03)
    #expect(try drawn(#"\quad"#).get().height > 0)
  }

  @Test("What cannot be drawn is said", arguments: [#"\text{漢字}"#, #"\begin{CD}A@>a>>B\\@VbVV@.\\C\end{CD}"#])
  func refusals(tex: String) throws {
    guard case .failure = try drawn(tex) else { return #expect(Bool(false), "\(tex) was drawn") }
  }

  @Test("An author's colour is one, whatever is written in it")
  func colors() throws {
    let red = try svg(InlineMath(tex: #"\textcolor{#f00}{x}"#, isDisplay: false)).get().text
    #expect(red.contains(##"fill="#f00""##))
    let strange = try svg(InlineMath(tex: #"\textcolor{red\"/><script>}{x}"#, isDisplay: false))
    if case .success(let svg) = strange { #expect(!svg.text.contains("script")) }
  }

  @Test("Chemistry is set, drawn, and told to LaTeX in plain commands")
  func chemistry() throws {
    let katex = try KaTeX(libraries: InstalledLibraries(), macros: [])
    let tex = [
      #"\ce{CO2 + C <=>[\Delta] 2CO}"#, #"\ce{1/2H2O}"#, #"K=\frac{[\ce{Hg^2+}]}{[\ce{Hg}]}"#,
      #"\ce{A\bond{~}B <=>> C v}"#, #"\pu{1.2e3 m s-1}"#, #"\ce{A ->[$\ce{B^-}$] C}"#,
    ]
    let formulas = tex.map { InlineMath(tex: $0, isDisplay: true) }
    for (math, result) in zip(formulas, try katex.typeset(formulas)) {
      let set = try result.get()
      #expect(set.mathML.contains("mathvariant=\"normal\"") || set.mathML.contains("<mn>"))
      let plain = try #require(set.plainTeX)
      let printed = try PrintableTeX.text(of: InlineMath(tex: plain, isDisplay: true), macros: TeXMacros())
      #expect(!printed.contains(#"\ce"#) && !printed.contains(#"\pu"#) && !printed.isEmpty, "\(math.tex)")
    }
    for picture in try katex.draw(formulas, libraries: InstalledLibraries()) { _ = try picture.get() }
    let plain = try katex.typeset([InlineMath(tex: "x", isDisplay: false)])
    #expect(try plain[0].get().plainTeX == nil)
  }
}
