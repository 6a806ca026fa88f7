/// Markup that is written as it is. To make one is a promise that it is well-formed and holds nothing an author
/// could have smuggled in.
package struct TrustedMarkup: Hashable, Sendable {
  package let text: String

  /// - Parameter text: well-formed XML content, made by the program and not by an author.
  package init(trusting text: String) {
    self.text = text
  }
}
