import BookModel
import MarkupXML

/// The levels at which a document's headings are written: one first, at level 1, and none skipped on the way down
/// (WCAG 2.2, technique G141).
struct HeadingLevels {
  private var open: [(written: Int, shown: Int)] = []

  /// The level for a heading that was written at one: one below the nearest heading above it that was written
  /// higher. The first of the document stands over all others, whatever their levels.
  mutating func shown(for written: Int) -> Int {
    guard !open.isEmpty else {
      open.append((0, 1))
      return 1
    }
    while let last = open.last, open.count > 1, last.written >= written { open.removeLast() }
    let level = min(6, open[open.count - 1].shown + 1)
    open.append((written, level))
    return level
  }
}

extension ContentWriter {
  /// `## Usage {#use}` → `<h2 id="use">Usage</h2>`. A heading without text is only kept as a place to link to,
  /// because an empty one is announced and says nothing.
  func heading(_ heading: Heading) {
    let id = claim(heading.anchor)
    guard !heading.content.plainText.isBlank else {
      if let id { xml.element("div", ["id": id]) {} }
      inlines(heading.content)
      return
    }
    let direction = direction(of: heading.content)
    writeHeading(level: heading.level, id: id, direction: direction) { phrasing(heading.content) }
  }

  /// The page's title where the page has no heading of that rank itself.
  func title(_ text: String) {
    writeHeading(level: 1, id: nil) { xml.text(text) }
  }

  /// `<p class="kicker">Operations · Cost</p>`: where the chapter stands in the book.
  func kicker(_ text: String?) {
    guard let text else { return }
    xml.element("p", ["class": "kicker"], text: text)
    xml.newline()
  }

  private func writeHeading(level: Int, id: String?, direction: String? = nil, content: () -> Void) {
    xml.element(HeadingLevels.name(of: levels.shown(for: level)), ["id": id, "dir": direction], content: content)
  }
}

extension HeadingLevels {
  static func name(of level: Int) -> XMLName {
    switch level {
    case 1: "h1"
    case 2: "h2"
    case 3: "h3"
    case 4: "h4"
    case 5: "h5"
    default: "h6"
    }
  }
}
