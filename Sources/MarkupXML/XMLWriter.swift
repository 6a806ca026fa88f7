/// Writes XML into one growing byte buffer: an element closes its own tags, and everything that is not markup by
/// type is escaped.
///
/// A class, so that the closure that writes an element's content may use the writer it stands in.
///
///     xml.element("p", ["class": "lead"]) { xml.text("a < b") }   // <p class="lead">a &lt; b</p>
package final class XMLWriter {
  /// Every access is a short one of this class alone, so the check for exclusive access at run time is spared.
  @exclusivity(unchecked) private var buffer: ByteBuffer

  /// - Parameter capacity: the bytes to make room for at the start.
  package init(capacity: Int = 4096) {
    buffer = ByteBuffer(capacity: capacity)
  }

  /// The document as it stands.
  package var output: [UInt8] { buffer.array }

  /// How many bytes are written.
  package var count: Int { buffer.count }

  /// The XML declaration (XML 1.0 §2.8), and a document type where one is given: `html`.
  package func prolog(doctype: XMLName? = nil) {
    buffer.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    guard let doctype else { return }
    buffer.append("<!DOCTYPE ")
    buffer.append(doctype.text)
    buffer.append(">\n")
  }

  /// An element with content; both tags are always written, because readers that take XHTML for HTML misread
  /// `<a id="x"/>` as a tag left open.
  package func element(_ name: XMLName, _ attributes: XMLAttributes = [:], content: () -> Void) {
    openTag(name, attributes)
    buffer.append(UInt8(ascii: ">"))
    content()
    buffer.append(UInt8(ascii: "<"))
    buffer.append(UInt8(ascii: "/"))
    buffer.append(name.text)
    buffer.append(UInt8(ascii: ">"))
  }

  /// An element that holds text alone.
  package func element(_ name: XMLName, _ attributes: XMLAttributes = [:], text: String) {
    element(name, attributes) { self.text(text) }
  }

  /// An element without content: `<br/>`.
  package func empty(_ name: XMLName, _ attributes: XMLAttributes = [:]) {
    openTag(name, attributes)
    buffer.append(UInt8(ascii: "/"))
    buffer.append(UInt8(ascii: ">"))
  }

  /// Character data, escaped.
  package func text(_ string: String) {
    XMLEscaping.append(string, to: &buffer, in: .text)
  }

  /// A line feed between elements, for people who read the file.
  package func newline() {
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Markup as it is.
  package func markup(_ markup: TrustedMarkup) {
    buffer.append(markup.text)
  }

  private func openTag(_ name: XMLName, _ attributes: XMLAttributes) {
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name.text)
    for (name, value) in attributes.pairs {
      guard let value else { continue }
      buffer.append(UInt8(ascii: " "))
      buffer.append(name.text)
      buffer.append(UInt8(ascii: "="))
      buffer.append(UInt8(ascii: "\""))
      XMLEscaping.append(value, to: &buffer, in: .attribute)
      buffer.append(UInt8(ascii: "\""))
    }
  }
}
