import BookModel
import SourceText

/// One use of a component that is none of Docusaurus's and no partial, and what was done with it.
package struct ComponentUse: Equatable, Sendable {
  package var name: String
  package var range: SourceRange
  /// In words: `kept a title, a link and what it holds`, or `left out, as book.yml says`.
  package var outcome: String
  /// What a component map may make of it: a word of `components` in book.yml.
  package var suggestion: String

  package init(name: String, range: SourceRange, outcome: String, suggestion: String) {
    self.name = name
    self.range = range
    self.outcome = outcome
    self.suggestion = suggestion
  }
}

extension PageLowering {
  /// Notes what became of a component that a fallback was made for.
  mutating func note(_ element: MarkupElement, shown props: ComponentProps) {
    let holds = element.children.contains { !$0.isSpace }
    let kept = props.kinds + (holds ? ["what it holds"] : [])
    let suggestion =
      !props.images.isEmpty ? "figure" : holds ? "unwrap" : props.link != nil ? "link" : "drop"
    uses.append(
      ComponentUse(
        name: element.name, range: element.range,
        outcome: kept.isEmpty ? "nothing in it can be shown" : "kept \(kept.inWords)", suggestion: suggestion))
  }
}

extension [String] {
  /// `a, b and c`.
  fileprivate var inWords: String {
    guard count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
