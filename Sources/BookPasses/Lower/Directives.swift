import BookModel
import SourceText

extension PageLowering {
  /// A directive: an admonition, or one we do not know, whose label and content are kept.
  mutating func lower(_ directive: Directive, at range: SourceRange) -> [Block] {
    if directive.blocks != nil, let admonition = admonition(directive, at: range) { return [admonition] }
    let colons = directive.blocks == nil ? "::" : ":::"
    tally.count(
      Diagnostic(
        .warning, .directiveUnknown, "`\(colons)\(directive.name)` is no directive we know", at: range,
        help: nearest(to: directive.name, among: site.admonitionKeywords).map { "did you mean `:::\($0)`?" }
          ?? "its text is kept; known are the keywords of admonitions"))
    var result: [Block] = []
    if let label = directive.label.map({ lower($0) }), !label.isBlank {
      result.append(Block(.paragraph([Inline(.strong(label), at: range)]), at: range))
    }
    return result + lower(directive.blocks ?? [])
  }

  /// A text directive: without label and attributes it is text, such as the `:30` of a time, as Docusaurus has it.
  mutating func lower(_ directive: TextDirective, at range: SourceRange) -> [Inline] {
    if directive.label == nil, directive.attributes.isEmpty {
      return [Inline(.text(":" + directive.name), at: range)]
    }
    tally.count(
      Diagnostic(
        .warning, .directiveUnknown, "`:\(directive.name)` is no directive we know", at: range,
        help: "its text is kept; a colon that is meant as one is written `\\:`"))
    if let label = directive.label { return lower(label) }
    return [Inline(.text(":" + directive.name), at: range)]
  }
}
