import Testing

@testable import LaTeXRenderer

/// Which fallback is asked for a letter. A font of which nothing is known is taken to have every letter.
@Suite struct FontChoiceTests {
  private func fonts() -> LaTeXFonts {
    func file(_ name: String) -> FontFile { FontFile(name: name, folder: nil) { nil } }
    var fonts = LaTeXFonts()
    fonts.fallbacks = [
      FallbackFont(key: "arabic", file: file("a.ttf"), script: .arabic),
      FallbackFont(key: "cjk", file: file("c.ttc"), roles: [.body]),
      FallbackFont(key: "cjksans", file: file("s.ttc"), roles: [.sans, .mono]),
    ]
    return fonts
  }

  @Test func aScriptsFontServesItsLettersAlone() {
    let arabic = fonts().fallbacks[0]
    #expect(arabic.serves("ع"))
    #expect(!arabic.serves("語"))
    #expect(fonts().fallbacks[1].serves("語"))
  }

  @Test func everyMissingLetterHasAPackage() {
    #expect(Unicode.Scalar("語").fontPackage == "fonts-noto-cjk")
    #expect(Unicode.Scalar("한").fontPackage == "fonts-noto-cjk")
    #expect(Unicode.Scalar("ع").fontPackage == "fonts-hosny-amiri")
    #expect(Unicode.Scalar("א").fontPackage == "culmus")
    #expect(Unicode.Scalar("ก").fontPackage == "fonts-noto-core")
    #expect(Unicode.Scalar("😀").fontPackage == "fonts-noto-color-emoji")
    #expect(Unicode.Scalar("⟲").fontPackage == "fonts-symbola")
  }
}
