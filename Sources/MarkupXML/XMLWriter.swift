/// Writes XML into one growing byte buffer: an element closes its own tags, and everything that is not markup by
/// type is escaped.
///
/// A class, so that the closure that writes an element's content may use the writer it stands in.
///
///     xml.element("p", ["class": "lead"]) { xml.text("a < b") }   // <p class="lead">a &lt; b</p>
package final class XMLWriter {
  /// What is written so far. Every access is a short one of this class alone, so the check at run time is spared.
  @exclusivity(unchecked) private var bytes: [UInt8] = []

  /// - Parameter capacity: the bytes to make room for at the start.
  package init(capacity: Int = 4096) {
    bytes.reserveCapacity(capacity)
  }

  /// The document as it stands.
  package var output: [UInt8] { bytes }

  /// How many bytes are written.
  package var count: Int { bytes.count }

  /// The XML declaration (XML 1.0 §2.8), and a document type where one is given: `html`.
  package func prolog(doctype: XMLName? = nil) {
    raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    guard let doctype else { return }
    raw("<!DOCTYPE ")
    raw(doctype.text)
    raw(">\n")
  }

  /// An element with content; both tags are always written, because readers that take XHTML for HTML misread
  /// `<a id="x"/>` as a tag left open.
  package func element(_ name: XMLName, _ attributes: XMLAttributes = [:], content: () -> Void) {
    openTag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    content()
    raw("</")
    raw(name.text)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element that holds text alone.
  package func element(_ name: XMLName, _ attributes: XMLAttributes = [:], text: String) {
    element(name, attributes) { self.text(text) }
  }

  /// An element without content: `<br/>`.
  package func empty(_ name: XMLName, _ attributes: XMLAttributes = [:]) {
    openTag(name, attributes)
    raw("/>")
  }

  /// Character data, escaped.
  package func text(_ string: String) {
    escape(string, in: .text)
  }

  /// A line feed between elements, for people who read the file.
  package func newline() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Markup as it is.
  package func markup(_ markup: TrustedMarkup) {
    raw(markup.text)
  }

  private func openTag(_ name: XMLName, _ attributes: XMLAttributes) {
    bytes.append(UInt8(ascii: "<"))
    raw(name.text)
    for (name, value) in attributes.pairs {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      raw(name.text)
      raw("=\"")
      escape(value, in: .attribute)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private func raw(_ string: String) {
    var string = string
    string.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private func escape(_ string: String, in context: XMLEscaping.Context) {
    var string = string
    string.withUTF8 { XMLEscaping.append($0, to: &bytes, in: context) }
  }
}
