import BookModel
import SourceText

/// A rewriting of what a chapter refers to: the targets of links and cards, and images. All else stays.
protocol ReferenceEditor: Editor {
  mutating func edited(_ target: Link.Target, at range: SourceRange) -> Link.Target
  mutating func edited(_ image: Image, at range: SourceRange) -> Image
}

extension ReferenceEditor {
  mutating func edit(_ block: Block) -> [Block] {
    switch block.kind {
    case .figure(var figure):
      figure.image = edited(figure.image, at: block.range)
      figure.caption = figure.caption.edited(with: &self)
      return [Block(.figure(figure), at: block.range)]
    case .cards(var cards):
      for index in cards.indices { cards[index].target = edited(cards[index].target, at: block.range) }
      return [Block(.cards(cards), at: block.range)]
    default: return [block.editingChildren(with: &self)]
    }
  }

  mutating func edit(_ inline: Inline) -> [Inline] {
    switch inline.kind {
    case .text, .softBreak, .lineBreak, .code, .math, .footnoteReference: return [inline]
    case .image(let image): return [Inline(.image(edited(image, at: inline.range)), at: inline.range)]
    case .link(var link):
      link.target = edited(link.target, at: inline.range)
      link.content = link.content.edited(with: &self)
      return [Inline(.link(link), at: inline.range)]
    case .emphasis, .strong, .strikethrough, .element, .written: return [inline.editingChildren(with: &self)]
    }
  }

  func concerns(_ block: Block.Kind) -> Bool {
    switch block {
    case .figure, .cards: true
    default: false
    }
  }

  func concerns(_ inline: Inline.Kind) -> Bool {
    switch inline {
    case .link, .image: true
    default: false
    }
  }
}
