import BookModel
import MustacheBinding
import SourceText
import TestSupport
import Testing

@testable import Templates

@Suite("Templates")
struct TemplatesTests {
  private func read(_ files: [String: String]) -> (templates: Templates, diagnostics: [Diagnostic], files: SourceFiles)
  {
    var findings = Findings()
    var sources = SourceFiles()
    let templates = readTemplates(
      in: "templates", of: MemoryWorld(files), shownAs: "templates", files: &sources, findings: &findings)
    return (templates, findings.diagnostics, sources)
  }

  private func sheet(_ templates: Templates) -> String {
    String(decoding: templates.stylesheet(.standard, fonts: [[], [], []]), as: UTF8.self)
  }

  @Test("The standard style sheet has every name filled in, and none of what voids the sheets of old readers")
  func standardSheet() throws {
    let sheet = sheet(.standard).replacing(#/(?s)\/\*.*?\*\//#, with: "")
    #expect(!sheet.contains("{{") && sheet.contains(Theme.standard.accent.light.hex))
    for word in ["var(", "calc(", "min(", "max(", "clamp(", "flex", "grid", "direction:", "unicode-bidi", "@import"] {
      #expect(!sheet.contains(word), "\(word)")
    }
    // Sizes follow the reader's; only lines are as thin as they are.
    let pixels = sheet.matches(of: #/([0-9.]+)(px|pt|cm|mm|in)\b/#).map { String($0.1) + $0.2 }
    #expect(Set(pixels).isSubset(of: ["1px", "2px"]))
    var findings = Findings()
    _ = checkStylesheet(
      SourceFile(text: String(decoding: Templates.standardBytes("epub/book.css"), as: UTF8.self)), findings: &findings)
    #expect(findings.isEmpty)
    #expect(sheet.filter { $0 == "{" }.count == sheet.filter { $0 == "}" }.count)
  }

  @Test("The body of the text keeps the reader's font, size, colour and leading")
  func bodyIsTheReaders() throws {
    let body = try #require(sheet(.standard).firstMatch(of: #/\nbody \{([^}]*)\}/#)).1
    for property in ["font", "color", "line-height", "text-align", "background"] { #expect(!body.contains(property)) }
  }

  @Test("A user's file takes the place of the program's, alone")
  func replacement() {
    let (templates, diagnostics, _) = read(["templates/epub/book.css": "p { color: {{tip.light}} }", "a.md": ""])
    #expect(diagnostics.isEmpty)
    #expect(sheet(templates) == "p { color: \(Theme.standard[Admonition.Style.tip].light.hex) }")
    #expect(templates["icons/tip.svg"] == Templates.standardBytes("icons/tip.svg"))
  }

  @Test("A name that no template has is reported with a near miss")
  func nearMisses() {
    let (_, diagnostics, _) = read([
      "templates/epub/boook.css": "", "templates/README.md": "", "templates/fonts/My.otf": "",
      "templates/icons/tips.svg": "",
    ])
    #expect(diagnostics.map(\.id.name) == ["template-unknown", "template-unknown"])
    #expect(diagnostics.map(\.help) == ["did you mean `epub/book.css`?", "did you mean `icons/tip.svg`?"])
  }

  @Test("Names without a value are reported at their place")
  func unknownNames() {
    let page = "<section>\n<h1>{{titel}}</h1></section>"
    let (_, diagnostics, files) = read([
      "templates/epub/title-page.mustache": page, "templates/epub/book.css": "p { color: {{tip.lihgt}} }",
    ])
    #expect(diagnostics.map(\.id.name) == ["template-unknown-name", "template-unknown-name"])
    #expect(diagnostics.map(\.help) == ["did you mean `tip.light`?", "did you mean `title`?"])
    let range = diagnostics.last?.range
    #expect(range.map { files[$0.file]?.text(in: $0) } == "{{titel}}")
  }

  @Test(
    "A page that is no Mustache or no XML is reported at its line, and the program's own is used",
    arguments: ["<p>\n{{#title}}</p>", "<p>\n{{title</p>", "<p>\n{{title}}</b>", "<p>\n&nbsp;</p>"])
  func brokenPages(page: String) {
    let (templates, diagnostics, files) = read(["templates/epub/title-page.mustache": page])
    #expect(diagnostics.map(\.id.name) == ["template-unusable"])
    let file = files.files[0]
    #expect(diagnostics.first?.range.map { Int($0.start) >= 3 && Int($0.end) <= file.bytes.count } == true)
    #expect(templates.replacements.isEmpty)
  }

  @Test("What begins in one section and ends in another is found when the names are filled in")
  func brokenWhenFilled() {
    let (templates, diagnostics, _) = read([
      "templates/epub/title-page.mustache": "{{#title}}<b>{{/title}}{{#subtitle}}</b>{{/subtitle}}"
    ])
    #expect(diagnostics.isEmpty)
    var findings = Findings()
    let page = templates.page(.titlePage, ["title": .text("T")], findings: &findings)
    #expect(findings.diagnostics.map(\.id.name) == ["template-unusable"])
    #expect(page.contains("<h1 dir=\"auto\">T</h1>"))
  }

  @Test("Text is escaped, and what XML cannot hold is replaced")
  func escaping() {
    var findings = Findings()
    let page = Templates.standard.page(
      .titlePage, ["title": .text("<script>&\u{1}"), "subtitle": .text("\"x\"")], findings: &findings)
    #expect(page.contains("<h1 dir=\"auto\">&lt;script&gt;&amp;\u{FFFD}</h1>"))
    #expect(!page.contains("class=\"publisher\""))
  }

  @Test(
    "An icon may hold nothing but shapes",
    arguments: [
      "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>", "<svg", "<p>x</p>",
      "<svg xmlns='http://www.w3.org/2000/svg' class='a'></svg>",
      "<svg xmlns='http://www.w3.org/2000/svg'><path onclick='x'/></svg>",
    ])
  func icons(svg: String) {
    let (templates, diagnostics, _) = read(["templates/icons/tip.svg": svg])
    #expect(diagnostics.map(\.id.name) == ["template-unusable"])
    #expect(templates.icon(of: .tip) == Templates.standard.icon(of: .tip))
  }

  @Test("A user's icon stands in the page")
  func ownIcon() {
    let svg =
      "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9'/></svg>\n"
    let (templates, diagnostics, _) = read(["templates/icons/tip.svg": svg])
    #expect(diagnostics.isEmpty)
    #expect(
      templates.icon(of: .tip)
        == "<svg class=\"icon\" aria-hidden=\"true\" xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9'/></svg>"
    )
  }
}
