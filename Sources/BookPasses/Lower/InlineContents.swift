import BookModel
import SourceText

/// A heading of the page, for the list that `<TOCInline/>` shows.
struct ContentsEntry {
  var level: Int
  var text: String
  var anchor: String
}

extension PageLowering {
  /// `<TOCInline toc minHeadingLevel maxHeadingLevel>`: the page's headings as a list of links, second and third level
  /// unless it says otherwise.
  func inlineContents(_ element: MarkupElement) -> [Block] {
    let lowest = text(of: element["minHeadingLevel"]).flatMap { Int($0) } ?? 2
    let highest = text(of: element["maxHeadingLevel"]).flatMap { Int($0) } ?? 3
    let entries = contents.filter { (lowest...max(lowest, highest)).contains($0.level) && !$0.text.isEmpty }
    return list(of: entries[...], at: element.range)
  }

  private func list(of entries: ArraySlice<ContentsEntry>, at range: SourceRange) -> [Block] {
    guard let level = entries.map(\.level).min() else { return [] }
    var items: [ListItem] = []
    var rest = entries
    while let first = rest.first {
      let below = rest.dropFirst(first.level == level ? 1 : 0).prefix { $0.level > level }
      var blocks: [Block] = []
      if first.level == level {
        let link = Link(target: .written("#" + first.anchor), content: [Inline(.text(first.text), at: range)])
        blocks.append(Block(.paragraph([Inline(.link(link), at: range)]), at: range))
      }
      blocks += list(of: below, at: range)
      items.append(ListItem(blocks: blocks, range: range))
      rest = rest.dropFirst((first.level == level ? 1 : 0) + below.count)
    }
    return [Block(.list(List(marker: .bullet, isTight: true, items: items)), at: range)]
  }
}

extension [Block] {
  /// The headings in them, in order.
  var contentsEntries: [ContentsEntry] {
    var entries: [ContentsEntry] = []
    for block in self {
      if case .heading(let heading) = block.kind {
        entries.append(
          ContentsEntry(level: heading.level, text: heading.content.plainText, anchor: heading.anchor))
      } else {
        entries += block.childBlocks.contentsEntries
      }
    }
    return entries
  }
}
