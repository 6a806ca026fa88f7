import BookModel
import SourceText

extension PageLowering {
  /// `:::tip[Title]{title="…"}` and its like (`dialect`: Docusaurus 3.10 `remark/admonitions`): the attribute
  /// `title` wins over the label. nil when the name is no keyword of the site.
  mutating func admonition(_ directive: Directive, at range: SourceRange) -> Block? {
    guard let keyword = admonitionKeyword(directive.name, at: range) else { return nil }
    let attributeTitle = directive.attributes.first { $0.name == "title" }?.value
    let title = attributeTitle.map { [Inline(.text($0), at: range)] } ?? directive.label.map { lower($0) }
    let id = directive.attributes.first { $0.name == "id" }.flatMap { AttributeRules.id($0.value) }
    let blocks = lower(directive.blocks ?? [])
    return Block(.admonition(admonition(keyword, title: title, blocks: blocks, id: id, at: range)), at: range)
  }

  /// An alert the reader has told already.
  mutating func lower(_ written: Admonition, at range: SourceRange) -> Admonition {
    let title = written.title.map { lower($0) }
    let blocks = lower(written.blocks)
    var result = admonition(written.keyword, title: title, blocks: blocks, id: written.id, at: range)
    result.style = written.style
    return result
  }

  /// `<Admonition type title icon>`.
  mutating func admonition(_ element: MarkupElement) -> [Block] {
    let keyword = text(of: element["type"]) ?? "note"
    let title = content(of: element["title"], at: element.range)
    let id = text(of: element["id"]).flatMap(AttributeRules.id)
    let blocks = flow(element.children, runs: .paragraphs)
    return [
      Block(
        .admonition(admonition(keyword, title: title, blocks: blocks, id: id, at: element.range)), at: element.range)
    ]
  }

  private func admonition(
    _ keyword: String, title: [Inline]?, blocks: [Block], id: String?, at range: SourceRange
  ) -> Admonition {
    let meaning = AdmonitionKeywords.meaning(of: keyword)
    let shown = title.flatMap { $0.isBlank ? nil : $0 }
    let title = shown ?? (meaning.isAlias ? [Inline(.text(keyword), at: range)] : nil)
    return Admonition(style: meaning.style, keyword: keyword, title: title, blocks: blocks, id: id)
  }

  private mutating func admonitionKeyword(_ name: String, at range: SourceRange) -> String? {
    if site.admonitionKeywords.contains(name) { return name }
    let lowered = name.lowercased()
    guard site.admonitionKeywords.contains(lowered) else { return nil }
    tally.count(
      Diagnostic(
        .note, .directiveUnknown, "`:::\(name)` is read as `:::\(lowered)`", at: range,
        help: "keywords are written in lower case; the site shows this one as plain text"))
    return lowered
  }
}

/// What a keyword looks like (Docusaurus's `theme-classic`, `Admonition/Types.tsx`).
enum AdmonitionKeywords {
  /// The style, and whether the keyword itself is the default title because the style is another's.
  static func meaning(of keyword: String) -> (style: Admonition.Style, isAlias: Bool) {
    switch keyword {
    case "secondary": (.note, true)
    case "important": (.info, true)
    case "success": (.tip, true)
    default: Admonition.Style(rawValue: keyword).map { ($0, false) } ?? (.info, true)
    }
  }
}
