import BookModel
import SourceText

extension PageLowering {
  mutating func lower(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: \.isMarkup) else {
      guard inlines.contains(where: \.holdsWritten) || insideLink else { return inlines }
      var result: [Inline] = []
      result.reserveCapacity(inlines.count)
      for inline in inlines { result.append(contentsOf: lower(inline)) }
      return result
    }
    return phrasing(markup(of: inlines))
  }

  /// One inline that is no markup itself.
  mutating func lower(_ inline: Inline) -> [Inline] {
    switch inline.kind {
    case .text, .softBreak, .lineBreak, .code, .math, .image, .footnoteReference: return [inline]
    case .emphasis(let content): return [Inline(.emphasis(lower(content)), at: inline.range)]
    case .strong(let content): return [Inline(.strong(lower(content)), at: inline.range)]
    case .strikethrough(let content): return [Inline(.strikethrough(lower(content)), at: inline.range)]
    case .link(let link): return lower(link, at: inline.range)
    case .element(var element):
      element.content = lower(element.content)
      return [Inline(.element(element), at: inline.range)]
    case .written(.directive(let directive)): return lower(directive, at: inline.range)
    case .written(.expression(let text)): return expressionInlines(text, at: inline.range)
    case .written(.html), .written(.jsx): return phrasing(markup(of: [inline]))
    }
  }

  /// A link; one inside another gives way to its text, as XHTML has no `a` within `a`.
  mutating func lower(_ link: Link, at range: SourceRange) -> [Inline] {
    guard !insideLink else { return lower(link.content) }
    var result = link
    result.content = withinLink { $0.lower(link.content) }
    return [Inline(.link(result), at: range)]
  }

  mutating func withinLink(_ body: (inout PageLowering) -> [Inline]) -> [Inline] {
    let outer = insideLink
    insideLink = true
    defer { insideLink = outer }
    return body(&self)
  }

  /// A paragraph; where it holds block elements it falls apart at them, and where it holds nothing but one image
  /// it is a figure. A paragraph of comments alone vanishes.
  mutating func paragraph(_ content: [Inline], at range: SourceRange) -> [Block] {
    guard content.contains(where: \.isMarkup) else { return paragraph(lowered: lower(content), at: range) }
    return paragraph(of: markup(of: content), at: range)
  }

  mutating func paragraph(of nodes: [MarkupNode], at range: SourceRange) -> [Block] {
    if nodes.contains(where: { isBlock($0) }) { return flow(nodes, runs: .paragraphs) }
    return paragraph(lowered: phrasing(nodes), at: range)
  }

  func paragraph(lowered content: [Inline], at range: SourceRange) -> [Block] {
    let trimmed = content.trimmed
    guard let first = trimmed.first else { return [] }
    if trimmed.count == 1, case .image(let image) = first.kind {
      return [Block(.figure(figure(of: image, at: first.range)), at: range)]
    }
    return [Block(.paragraph(trimmed), at: range)]
  }

  /// The caption is the image's title: what Markdown has for "text shown with the picture".
  private func figure(of image: Image, at range: SourceRange) -> Figure {
    guard let title = image.title, !title.isEmpty else { return Figure(image: image) }
    var untitled = image
    untitled.title = nil
    return Figure(image: untitled, caption: [Inline(.text(title), at: range)])
  }
}

extension Inline {
  fileprivate var holdsWritten: Bool {
    holds { inline in
      if case .written = inline { true } else { false }
    }
  }
}
