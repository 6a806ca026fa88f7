import MarkupXML
import Testing

@Suite("The XML writer")
struct XMLWriterTests {
  private func written(_ write: (XMLWriter) -> Void) -> String {
    let xml = XMLWriter()
    write(xml)
    return String(decoding: xml.output, as: UTF8.self)
  }

  @Test("An element closes its own tags")
  func elements() {
    let output = written { xml in
      xml.element("ul", ["class": "toc"]) {
        xml.element("li", text: "One")
        xml.element("li") {}
        xml.empty("br")
      }
    }
    #expect(output == #"<ul class="toc"><li>One</li><li></li><br/></ul>"#)
  }

  @Test("An attribute without a value is left out, and the order is kept")
  func attributes() {
    var attributes: XMLAttributes = ["b": "1", "a": nil, "c": ""]
    attributes.append("xml:lang", "en")
    #expect(written { $0.empty("x", attributes) } == #"<x b="1" c="" xml:lang="en"/>"#)
    #expect(attributes.has("c") && !attributes.has("a"))
  }

  @Test("Text is escaped, also where it would end a CDATA section")
  func text() {
    #expect(written { $0.text("a < b && c > d ]]> \"'\r\n\t") } == "a &lt; b &amp;&amp; c &gt; d ]]&gt; \"'&#13;\n\t")
  }

  @Test("In attributes quotes and line feeds are escaped too")
  func attributeValues() {
    #expect(written { $0.empty("x", ["a": "\"<&>\n\t'"]) } == #"<x a="&quot;&lt;&amp;&gt;&#10;&#9;'"/>"#)
  }

  @Test("What XML 1.0 forbids becomes U+FFFD, and nothing else does")
  func forbidden() {
    #expect(written { $0.text("a\u{0}b\u{8}\u{B}\u{C}\u{1F}c") } == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}c")
    #expect(written { $0.text("\u{FFFE}x\u{FFFF}") } == "\u{FFFD}x\u{FFFD}")
    #expect(
      written { $0.text("\u{FFFD}\u{FEFF}\u{F8FF}\u{1FFFE}\u{7F}\u{85}") }
        == "\u{FFFD}\u{FEFF}\u{F8FF}\u{1FFFE}\u{7F}\u{85}")
  }

  @Test("Every byte below 128 is written so that a reader of XML gets it back, or is replaced")
  func ascii() {
    for value in UInt8(0)..<128 {
      let character = String(UnicodeScalar(value))
      let output = written { $0.text(character) }
      switch value {
      case 9, 10: #expect(output == character)
      case 13: #expect(output == "&#13;")
      case 0..<32: #expect(output == "\u{FFFD}")
      default: #expect(output == ["&": "&amp;", "<": "&lt;", ">": "&gt;"][character] ?? character)
      }
    }
  }

  @Test("A name from outside is checked")
  func names() {
    for name in ["p", "xml:lang", "epub:type", "feGaussianBlur", "data-x", "_a.1"] {
      #expect(XMLName(checking: name)?.text == name)
    }
    for name in ["", "1a", "-a", "a b", "a>", "a\"", "é", "a=b", "a/"] {
      #expect(XMLName(checking: name) == nil)
    }
  }

  @Test("Trusted markup stands as it is, a document has its prolog")
  func markup() {
    let output = written { xml in
      xml.prolog(doctype: "html")
      xml.markup(TrustedMarkup(trusting: "<b>&#160;</b>"))
    }
    #expect(output == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<b>&#160;</b>")
  }
}
