import BookModel

/// Puts the numbers of the book's assets where a chapter has those of its requests.
struct AssetNumbers: Editor {
  /// By request; nil for one that failed.
  let ids: [AssetID?]
  let requests: [AssetRequest]
  /// How many assets the book had before: the numbers below it stay.
  let assetCount: Int

  mutating func edit(_ block: Block) -> [Block] {
    switch block.kind {
    case .figure(var figure):
      figure.image = renumbered(figure.image)
      figure.caption = figure.caption.edited(with: &self)
      return [Block(.figure(figure), at: block.range)]
    case .cards(let cards):
      let renumbered = cards.map { card in
        var result = card
        result.target = self.renumbered(card.target)
        return result
      }
      return [Block(.cards(renumbered), at: block.range)]
    default: return [block.editingChildren(with: &self)]
    }
  }

  mutating func edit(_ inline: Inline) -> [Inline] {
    switch inline.kind {
    case .image(let image): return [Inline(.image(renumbered(image)), at: inline.range)]
    case .link(var link):
      link.target = renumbered(link.target)
      link.content = link.content.edited(with: &self)
      return [Inline(.link(link), at: inline.range)]
    default: return [inline.editingChildren(with: &self)]
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

  private func renumbered(_ target: Link.Target) -> Link.Target {
    guard case .asset(let id) = target, id.index >= assetCount else { return target }
    let index = id.index - assetCount
    return ids[index].map { .asset($0) } ?? .missing(requests[index].written)
  }

  private func renumbered(_ image: Image) -> Image {
    guard case .asset(let id) = image.source, id.index >= assetCount else { return image }
    let index = id.index - assetCount
    var result = image
    result.source = ids[index].map { .asset($0) } ?? .missing(requests[index].written)
    return result
  }
}
