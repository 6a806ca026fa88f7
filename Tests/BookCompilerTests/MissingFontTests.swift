import LaTeXRenderer
import SourceText
import Testing

@testable import BookCompiler

@Suite struct MissingFontTests {
  @Test func whatTheDesignNeedsIsNamedWithItsPackages() throws {
    let diagnostic = try #require(LaTeXFonts(of: FontFolders([]), language: "en").missing)
    #expect(diagnostic.severity == .error)
    #expect(
      diagnostic.message == "no PDF was made: TeX Gyre Pagella, JetBrains Mono, TeX Gyre Pagella Math are not installed"
    )
    #expect(
      diagnostic.help
        == "run `sudo apt-get install --no-install-recommends fonts-texgyre fonts-jetbrains-mono fonts-texgyre-math`")
  }

  @Test func fontsOfAThemeStandForThem() {
    var fonts = LaTeXFonts(of: FontFolders([]), language: "en")
    let file = FontFile(name: "own.otf", folder: nil) { nil }
    fonts.body = FontFamily(regular: file)
    fonts.mono = FontFamily(regular: file)
    fonts.math = file
    #expect(fonts.missing == nil)
  }
}
