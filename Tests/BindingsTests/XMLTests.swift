import Testing

@testable import XMLBinding

@Suite struct WellFormednessTests {
  @Test func acceptsAPage() throws {
    let page = """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
      <p id="a" epub:type="x">é &amp; &#x3C;</p><svg xmlns="http://www.w3.org/2000/svg" id="b"/></body></html>
      """
    try checkWellFormed(Array(page.utf8))
  }

  @Test(arguments: [
    ("<a>\n<b></a>", 2, "opening and ending tag mismatch"),
    ("<a>&nbsp;</a>", 1, "entity 'nbsp' not defined"),
    ("<a x='1' x='2'/>", 1, "attribute x redefined"),
    ("<a>\n\n<p:b/></a>", 3, "namespace prefix p on b is not defined"),
    ("<a>\u{1}</a>", 1, "PCDATA invalid Char value 1"),
    ("<a/><b/>", 1, "extra content at the end of the document"),
    ("", 1, "the document is empty"), ("  ", 1, ""), ("<a>", 1, ""), ("<", 1, ""),
    ("<a><b id='x'/>\n<c id='x'/></a>", 2, "the id `x` is used twice"),
  ])
  func refuses(source: String, line: Int, message: String) throws {
    let error = try #require(throws: XMLError.self) { try checkWellFormed(Array(source.utf8)) }
    #expect(error.line == line)
    #expect(error.message.lowercased().hasPrefix(message.lowercased()), "\(error)")
    #expect(error.column >= 1)
  }

  @Test func refusesBytesThatAreNoUTF8() {
    #expect(throws: XMLError.self) { try checkWellFormed([0x3C, 0x61, 0x3E, 0xC3, 0x28, 0x3C, 0x2F, 0x61, 0x3E]) }
  }

  /// A billion laughs, and a file of the machine: neither is ever expanded.
  @Test func refusesEntitiesOfADocument() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><a x=\"&c;\">&c;</a>"
    #expect(throws: XMLError.self) { try checkWellFormed(Array(bomb.utf8)) }
    let file = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
    #expect(throws: XMLError.self) { try checkWellFormed(Array(file.utf8)) }
  }

  @Test func readsDeepNesting() throws {
    let depth = 20_000
    try checkWellFormed(Array((String(repeating: "<b>", count: depth) + String(repeating: "</b>", count: depth)).utf8))
  }

  @Test func servesManyThreadsAtOnce() async {
    await withTaskGroup(of: XMLError?.self) { group in
      for index in 0..<64 {
        group.addTask {
          do throws(XMLError) { try checkWellFormed(Array("<a>\n<b>\(index)</b></c>".utf8)) } catch { return error }
          return nil
        }
      }
      for await error in group { #expect(error?.line == 2) }
    }
  }
}

@Suite struct SVGSummaryTests {
  @Test func readsTheRoot() throws {
    let source = """
      <?xml version="1.0"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="40" height="2em" viewBox="0 0 4 2"><title>Two
      boxes</title><path d="M0 0"/></svg>
      """
    let summary = try summarizeSVG(Array(source.utf8))
    #expect(summary.rootName == "svg")
    #expect(summary.namespace == "http://www.w3.org/2000/svg")
    #expect(summary.width == "40")
    #expect(summary.height == "2em")
    #expect(summary.viewBox == "0 0 4 2")
    #expect(summary.title == "Two boxes")
    #expect(!summary.hasScripts)
    #expect(summary.externalReferences == [])
  }

  @Test func findsWhatThePictureWouldLoad() throws {
    let source = """
      <?xml-stylesheet href="s.css"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
      <style>@import "i.css"; .a { background: url( 'b.png' ) } .c { fill: url(#g) }</style>
      <image xlink:href="http://example.org/a.png"/><image href="data:image/png;base64,AA"/>
      <rect fill="url(#g)" filter="url(f.svg#x)" transform="scale(2)"/><use href="#g"/>
      <a href="https://example.org/"><text>x</text></a></svg>
      """
    let summary = try summarizeSVG(Array(source.utf8))
    #expect(summary.externalReferences == ["s.css", "b.png", "i.css", "http://example.org/a.png", "f.svg#x"])
    #expect(summary.links == ["https://example.org/"])
  }

  @Test(arguments: ["<svg><script/></svg>", "<svg onload='x()'/>", "<svg><a href=' JavaScript:x()'/></svg>"])
  func findsScripts(source: String) throws {
    #expect(try summarizeSVG(Array(source.utf8)).hasScripts)
  }

  @Test func findsForeignObjectsAndTheDocumentType() throws {
    let source = "<!DOCTYPE svg PUBLIC \"p\" \"http://e.org/s.dtd\"><svg><foreignObject/></svg>"
    let summary = try summarizeSVG(Array(source.utf8))
    #expect(summary.hasForeignObjects)
    #expect(summary.documentType == "http://e.org/s.dtd")
  }

  /// Drawing programs write their namespaces this way.
  @Test func readsEntitiesOfTheFileItself() throws {
    let source = "<!DOCTYPE svg [<!ENTITY n \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&n;\"/>"
    #expect(try summarizeSVG(Array(source.utf8)).namespace == "http://www.w3.org/2000/svg")
  }

  @Test func refusesEntitiesThatGrowWithoutBound() {
    let entities = (1..<12).map { level in
      "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 20))\">"
    }
    let bomb = "<!DOCTYPE svg [<!ENTITY e0 \"ha\">\(entities.joined())]><svg><title x='&e11;'>&e11;</title></svg>"
    #expect(throws: XMLError.self) { try summarizeSVG(Array(bomb.utf8)) }
  }

  @Test func readsNoFileOfTheMachine() {
    let source = "<!DOCTYPE svg [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><svg><title>a&b;</title></svg>"
    #expect(throws: XMLError.self) { try summarizeSVG(Array(source.utf8)) }
  }

  @Test func refusesWhatIsNotWellFormed() {
    #expect(throws: XMLError.self) { try summarizeSVG(Array("<svg><g></svg>".utf8)) }
  }
}
