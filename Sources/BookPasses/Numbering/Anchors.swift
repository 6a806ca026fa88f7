import BookModel
import SourceText

/// The blocks with the anchors that Docusaurus's `remark/headings` gives their headings.
///
/// It runs on what the author wrote, before directives, expressions and components are looked at, because the slug
/// is made of that: a text directive gives its label alone, an expression its source. Explicit ids are not fed to
/// the slugger.
func anchoringHeadings(_ blocks: [Block], rules: MarkdownRules) -> [Block] {
  var editor = HeadingAnchors(rules: rules)
  return blocks.edited(with: &editor)
}

private struct HeadingAnchors: Editor {
  let rules: MarkdownRules
  var slugger = Slugger()

  mutating func edit(_ block: Block) -> [Block] {
    switch block.kind {
    case .heading(var heading):
      heading.anchor =
        heading.explicitID.flatMap(AttributeRules.id)
        ?? slugger.slug(heading.content.slugSource, keepingCase: rules.keepsAnchorCase)
      return [Block(.heading(heading), at: block.range)]
    case .paragraph, .plain, .table, .code, .thematicBreak, .diagram, .math, .figure, .cards: return [block]
    case .quote, .list, .admonition, .details, .tabs, .element, .written: return [block.editingChildren(with: &self)]
    }
  }

  mutating func edit(_ inline: Inline) -> [Inline] { [inline] }

  func concerns(_ block: Block.Kind) -> Bool {
    if case .heading = block { true } else { false }
  }

  var looksAtInlines: Bool { false }
}

extension [Inline] {
  /// `mdast-util-to-string` of a heading, without its raw HTML unless there is nothing else.
  var slugSource: String {
    let shown = filter { inline in
      if case .written(.html) = inline.kind { false } else { true }
    }
    return (shown.isEmpty ? self : shown).mdastText
  }

  private var mdastText: String {
    reduce(into: "") { text, inline in
      switch inline.kind {
      case .text(let string), .code(let string), .written(.expression(let string)), .written(.html(let string)):
        text += string
      case .softBreak: text += "\n"
      case .math(let math): text += math.tex
      case .image(let image): text += image.alternative
      case .emphasis, .strong, .strikethrough, .link, .element, .written(.jsx), .written(.directive):
        text += inline.children.mdastText
      case .lineBreak, .footnoteReference: break
      }
    }
  }
}
