import BookModel
import SourceText

/// Of pictures made twice, for light and for dark screens, keeps the light ones: `plan.png#gh-light-mode-only` and
/// `plan.png#gh-dark-mode-only` (GitHub, and Docusaurus's guide to static assets). Dark ones go only where the page has
/// light ones.
///
/// - Parameter workers: how many threads may work at once.
package func keepLightPictures(in book: Book, workers: Int = 1) -> Book {
  var result = book
  result.chapters = parallelMap(book.chapters, workers: workers) { chapter in
    var editor = LightPictures()
    chapter.blocks.walk { if case .figure(let figure) = $0.kind { editor.look(at: figure.image) } }
    chapter.blocks.walkInlines { if case .image(let image) = $0.kind { editor.look(at: image) } }
    return editor.hasLight && editor.hasDark ? chapter.edited(with: &editor) : chapter
  }
  return result
}

private struct LightPictures: Editor {
  var hasLight = false
  var hasDark = false

  mutating func look(at image: Image) {
    hasLight = hasLight || image.isWritten(for: "#gh-light-mode-only")
    hasDark = hasDark || image.isDark
  }

  func concerns(_ block: Block.Kind) -> Bool {
    if case .figure(let figure) = block { figure.image.isDark } else { false }
  }

  func concerns(_ inline: Inline.Kind) -> Bool {
    if case .image(let image) = inline { image.isDark } else { false }
  }

  mutating func edit(_ block: Block) -> [Block] {
    if case .figure(let figure) = block.kind, figure.image.isDark { return [] }
    return [block.editingChildren(with: &self)]
  }

  mutating func edit(_ inline: Inline) -> [Inline] {
    if case .image(let image) = inline.kind, image.isDark { return [] }
    return [inline.editingChildren(with: &self)]
  }
}

extension Image {
  fileprivate var isDark: Bool { isWritten(for: "#gh-dark-mode-only") }

  fileprivate func isWritten(for fragment: String) -> Bool {
    guard case .written(let address) = source else { return false }
    return address.hasSuffix(fragment)
  }
}
