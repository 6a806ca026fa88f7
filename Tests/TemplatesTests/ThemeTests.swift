import BookModel
import SourceText
import Testing

@testable import Templates

@Suite("Themes")
struct ThemeTests {
  private func read(_ text: String) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var findings = Findings()
    let theme = readTheme(SourceFile(path: "theme.yml", text: text), over: .standard, findings: &findings)
    return (theme, findings.diagnostics)
  }

  @Test("Contrast is that of WCAG 2.2")
  func contrast() {
    let (black, white) = (Theme.Color(0), Theme.Color(0xFFFFFF))
    #expect(abs(black.contrast(with: white) - 21) < 1e-9)
    #expect(white.contrast(with: white) == 1)
    // Published pairs: #767676 is the lightest grey that passes on white.
    #expect(Theme.Color(0x767676).contrast(with: white) >= 4.5)
    #expect(Theme.Color(0x777777).contrast(with: white) < 4.5)
    #expect(abs(Theme.Color(0xFF0000).contrast(with: white) - 3.998) < 0.001)
  }

  /// On white and sepia 4.5:1, on black 3:1 even where a reader does not say that its page is dark.
  @Test("The standard theme can be read on every page")
  func standard() {
    let theme = Theme.standard
    for tone in [theme.accent] + theme.admonitions + theme.code {
      for page in [0xFFFFFF, 0xF4ECD8] as [UInt32] {
        #expect(tone.light.contrast(with: Theme.Color(page)) >= 4.5, "\(tone.light.hex)")
      }
      #expect(tone.light.contrast(with: Theme.Color(0)) >= 3, "\(tone.light.hex)")
      #expect(tone.dark.contrast(with: Theme.Color(0x222222)) >= 7, "\(tone.dark.hex)")
    }
  }

  @Test("Colours are written in full, in short, once or twice, and read back the same")
  func colors() {
    #expect(Theme.Color(hex: "#1E689d") == Theme.Color(0x1E689D))
    #expect(Theme.Color(hex: "#169") == Theme.Color(0x116699))
    #expect(Theme.Color(0x0A0B0C).hex == "#0a0b0c")
    for text in ["", "#", "169", "#12", "#1234567", "#12345g", "#１２３", "red"] { #expect(Theme.Color(hex: text) == nil) }
  }

  @Test("What a theme names changes, all else stays")
  func overlay() {
    let (theme, diagnostics) = read(
      """
      colors: {accent: {light: "#7a2f6b", dark: "#e0a3d3"}}
      code:
        keyword: {light: "#333333", dark: "#eeeeee"}
      cover: {design: band, palette: plum}
      """)
    #expect(diagnostics.isEmpty)
    #expect(theme.accent.light.hex == "#7a2f6b" && theme.accent.dark.hex == "#e0a3d3")
    #expect(theme[Theme.CodeRole.keyword].light.hex == "#333333")
    #expect(theme[Theme.CodeRole.string] == Theme.standard[Theme.CodeRole.string])
    #expect(theme.admonitions == Theme.standard.admonitions)
    #expect(theme.cover == CoverStyle(design: .band, palette: "plum"))
  }

  @Test(
    "What is wrong is reported at its key and left out",
    arguments: [
      ("colours: {}", "theme-unknown-key", 0), ("colors:\n  acent: \"#123456\"", "theme-unknown-key", 10),
      ("colors:\n  accent: blue", "theme-wrong-value", 10), ("cover:\n  design: mosaik", "theme-wrong-value", 9),
      ("cover:\n  colors: [\"#000\"]", "theme-wrong-value", 9), ("code: 3", "theme-wrong-value", 0),
      ("fonts:\n  text: [../../a.otf]", "theme-wrong-value", 9), ("- {", "theme-wrong-value", 0),
    ])
  func faults(text: String, id: String, offset: UInt32) {
    let (theme, diagnostics) = read(text)
    #expect(diagnostics.map(\.id.name) == [id])
    #expect(diagnostics.first?.range?.start == offset)
    #expect(theme.accent == Theme.standard.accent && theme.cover == Theme.standard.cover)
  }

  @Test("A colour that stands out too little is used and reported")
  func lowContrast() {
    let (theme, diagnostics) = read("colors:\n  accent: {light: \"#e0a000\", dark: \"#333333\"}")
    #expect(theme.accent.light.hex == "#e0a000")
    #expect(diagnostics.map(\.id.name) == Array(repeating: "theme-low-contrast", count: 3))
    #expect(diagnostics.first?.message == "`accent` has a contrast of 2.2:1 with a white page")
    #expect(diagnostics.first?.help == "make #e0a000 darker")
  }
}
