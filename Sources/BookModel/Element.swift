/// An element of HTML that the book keeps.
///
/// Made by the lowering pass only, which checks name and attributes against what XHTML in an EPUB may hold; no
/// script, handler, form or `javascript:` address is ever in one.
package struct Element<Content: Equatable & Sendable>: Equatable, Sendable {
  /// In lower case.
  package var name: String
  /// In the order written, names in lower case, each once.
  package var attributes: [ElementAttribute]
  package var content: [Content]

  package init(name: String, attributes: [ElementAttribute] = [], content: [Content] = []) {
    self.name = name
    self.attributes = attributes
    self.content = content
  }

  package subscript(attribute name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

package struct ElementAttribute: Equatable, Sendable {
  package var name: String
  package var value: String
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
