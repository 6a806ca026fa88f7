import Testing

@testable import PDFBuilder

@Suite struct EngineKindTests {
  @Test(
    "An engine is known by what it says of itself",
    arguments: [
      ("This is LuaHBTeX, Version 1.15.0 (TeX Live 2022/Debian)", EngineKind.luatex),
      ("This is LuaTeX, Version 1.10", .luatex),
      ("XeTeX 3.141592653-2.6-0.999994 (TeX Live 2022/Debian)", .xetex),
      ("tectonic 0.15.0", .tectonic), ("Tectonic 0.15.0Tectonic 0.15.0", .tectonic),
    ])
  func account(line: String, kind: EngineKind) {
    #expect(EngineKind(account: line) == kind)
  }

  @Test(arguments: ["pdfTeX 3.141592653-2.6-1.40.24", "e-upTeX 3.1", "GNU bash", ""])
  func othersAreNone(line: String) {
    #expect(EngineKind(account: line) == nil)
  }

  @Test func aProgramThatIsNotThereIsKnownByItsName() {
    #expect(EngineKind(program: "xelatex") == .xetex)
    #expect(EngineKind(program: "/opt/tectonic/bin/tectonic") == .tectonic)
    #expect(EngineKind(program: "/opt/xetex/lualatex") == .luatex)
    #expect(EngineKind(program: "xelatex").installation.hasSuffix("texlive-xetex texlive-latex-recommended"))
  }
}
