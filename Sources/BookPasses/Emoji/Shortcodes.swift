import BookModel
import SourceText

/// Puts emoji in place of their shortcodes: `:tada:` → 🎉 (Docusaurus: remark-emoji, in text alone).
///
/// It comes after `number`, since the slug of a heading is made of the shortcode's name (`remark/headings` runs before
/// remark-emoji). A name nobody knows stays as it was written. The titles and labels of pages follow their headings.
///
/// - Parameter workers: how many threads may work at once.
package func replaceShortcodes(in book: Book, workers: Int = 1) -> Book {
  guard book.site.rules.hasEmoji else { return book }
  var result = book
  result.chapters = parallelMap(book.chapters, workers: workers) { chapter in
    var editor = Shortcodes()
    var result = chapter.edited(with: &editor)
    result.title = Shortcodes.replaced(in: chapter.title)
    result.label = Shortcodes.replaced(in: chapter.label)
    result.description = Shortcodes.replaced(in: chapter.description)
    return result
  }
  result.outline = book.outline.map(Shortcodes.replaced)
  return result
}

private struct Shortcodes: Editor {
  func concerns(_ block: Block.Kind) -> Bool {
    if case .cards = block { true } else { false }
  }

  func concerns(_ inline: Inline.Kind) -> Bool {
    if case .text(let text) = inline { Shortcodes.mayStand(in: text) } else { false }
  }

  mutating func edit(_ block: Block) -> [Block] {
    guard case .cards(let cards) = block.kind else { return [block.editingChildren(with: &self)] }
    let replaced = cards.map { card in
      var card = card
      card.label = Shortcodes.replaced(in: card.label)
      card.description = Shortcodes.replaced(in: card.description)
      return card
    }
    return [Block(.cards(replaced), at: block.range)]
  }

  mutating func edit(_ inline: Inline) -> [Inline] {
    guard case .text(let text) = inline.kind else { return [inline.editingChildren(with: &self)] }
    return [Inline(.text(Shortcodes.replaced(in: text)), at: inline.range)]
  }

  static func replaced(in node: OutlineNode) -> OutlineNode {
    guard case .division(var division) = node else { return node }
    division.label = replaced(in: division.label)
    division.children = division.children.map(replaced)
    return .division(division)
  }

  /// Whether there are two colons with a name between: a look at the bytes that seldom gets far.
  static func mayStand(in text: String) -> Bool { firstName(in: text.utf8[...]) != nil }

  static func replaced(in text: String) -> String {
    var rest = text.utf8[...]
    guard var name = firstName(in: rest) else { return text }
    var result = ""
    while true {
      if let emoji = EmojiNames.emoji(named: text.utf8[name]) {
        result += String(Substring(rest[..<rest.index(before: name.lowerBound)])) + emoji
        rest = rest[rest.index(after: name.upperBound)...]
      } else {
        // The colon behind an unknown name may stand before a known one.
        result += String(Substring(rest[..<name.upperBound]))
        rest = rest[name.upperBound...]
      }
      guard let next = firstName(in: rest) else { return result + String(Substring(rest)) }
      name = next
    }
  }

  /// The first run of letters, digits, `_`, `-` and `+` between two colons (remark-emoji: `:\+1:|:-1:|:[\w-]+:`).
  private static func firstName(in text: Substring.UTF8View) -> Range<String.Index>? {
    var search = text
    while let colon = search.firstIndex(of: UInt8(ascii: ":")) {
      let start = text.index(after: colon)
      guard let end = text[start...].firstIndex(where: { !$0.isShortcodeByte }) else { return nil }
      if end > start, text[end] == UInt8(ascii: ":") { return start..<end }
      search = text[end...]
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isShortcodeByte: Bool {
    isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") || self == UInt8(ascii: "+")
  }
}
