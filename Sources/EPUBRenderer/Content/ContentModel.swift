import BookModel

/// Which elements of HTML may stand where: in running text only phrasing content may (HTML §3.2.5.2.5).
enum ContentModel {
  /// Elements that hold running text alone.
  static func holdsPhrasingOnly(_ name: String) -> Bool { phrasing.contains(name) || textBlocks.contains(name) }

  /// Elements that may not stand in running text.
  static func isFlow(_ name: String) -> Bool { flow.contains(name) || textBlocks.contains(name) }

  private static let phrasing: Set<String> = [
    "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "kbd", "label", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "u", "var",
  ]

  private static let textBlocks: Set<String> = ["p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"]

  private static let flow: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "header", "hr", "li", "main", "nav", "ol", "section", "summary", "table", "tbody", "td",
    "tfoot",
    "th", "thead", "tr", "ul",
  ]
}

extension [Block] {
  /// Whether everything in it is running text.
  var isPhrasing: Bool {
    allSatisfy { block in
      switch block.kind {
      case .plain: true
      case .element(let element): !ContentModel.isFlow(element.name) && element.content.isPhrasing
      case .paragraph, .heading, .thematicBreak, .quote, .list, .code, .diagram, .table, .math, .admonition, .details,
        .tabs, .figure, .cards, .written:
        false
      }
    }
  }
}

extension [Inline] {
  /// Whether an element stands right in it that may not stand in running text.
  var holdsFlow: Bool {
    contains { inline in
      guard case .element(let element) = inline.kind else { return false }
      return ContentModel.isFlow(element.name)
    }
  }
}
