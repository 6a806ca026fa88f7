import BookModel

/// How wide the content of a cell is in points: at least, which is its widest piece that cannot break, and at best,
/// which is its longest line.
struct ContentWidth: Equatable {
  var least = 0.0
  var best = 0.0

  mutating func formMaximum(with other: ContentWidth) {
    least = max(least, other.least)
    best = max(best, other.best)
  }
}

/// Measures content by the advances of the fonts it will be set in.
struct ContentMeasure {
  let shelf: FontShelf
  /// In points.
  let size: Double
  var isBold = false
  /// What stands behind a link to a place of the book, as ` (page {n})`; empty where nothing does.
  let pageReference: String

  private var width = ContentWidth()
  private var line = 0.0
  private var piece = 0.0

  init(_ shelf: FontShelf, size: Double, isBold: Bool = false, pageReference: String) {
    self.shelf = shelf
    self.size = size
    self.isBold = isBold
    self.pageReference = pageReference
  }

  static func width(of cell: Grid.Cell, _ shelf: FontShelf, size: Double, pageReference: String) -> ContentWidth {
    var measure = ContentMeasure(shelf, size: size, isBold: cell.isHead, pageReference: pageReference)
    switch cell.content {
    case .inlines(let content): measure.add(content)
    case .blocks(let blocks): measure.add(blocks)
    }
    measure.endLine()
    return measure.width
  }

  private mutating func endPiece() {
    width.least = max(width.least, piece)
    piece = 0
  }

  private mutating func endLine() {
    endPiece()
    width.best = max(width.best, line)
    line = 0
  }

  private mutating func add(_ text: String, role: FontRole) {
    let coverage = shelf.coverage(of: role)
    let scale = role == .mono ? size * 0.86 : size * (isBold ? 1.07 : 1.01)
    var breaks = WordBreaks(isCode: role == .mono)
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" {
        endPiece()
        line += coverage.advance(of: " ") * scale
        breaks.reset()
        continue
      }
      let canBreak = scalar.isASCII ? breaks.place(before: UInt8(scalar.value)) != nil : scalar.isIdeographic
      if canBreak { endPiece() }
      if !scalar.isASCII { breaks.reset() }
      let advance = scalar.isInvisible ? 0 : coverage.advance(of: scalar) * scale
      piece += advance
      line += advance
    }
  }

  private mutating func add(_ content: [Inline]) {
    for inline in content {
      switch inline.kind {
      case .text(let text): add(text, role: .sans)
      case .code(let text): add(text, role: .mono)
      case .softBreak: add(" ", role: .sans)
      case .lineBreak: endLine()
      case .math(let math): addBox(MathWidth.estimate(math.tex) * size)
      case .image(let image): addBox(Double(min(image.width ?? 60, 120)) * 0.75)
      case .footnoteReference: addBox(size * 0.5)
      case .written(.expression(let text)), .written(.html(let text)): add(text, role: .mono)
      case .emphasis, .strong, .strikethrough, .link, .element, .written(.jsx), .written(.directive):
        let wasBold = isBold
        if case .strong = inline.kind { isBold = true }
        add(inline.children)
        isBold = wasBold
        if case .element(let element) = inline.kind, element.name == "br" { endLine() }
        if case .link(let link) = inline.kind, case .chapter = link.target { add(pageReference, role: .sans) }
      }
    }
  }

  private mutating func addBox(_ points: Double) {
    piece += points
    line += points
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .code, .diagram, .table:
        width.least = max(width.least, 110)
        line += 160
      case .list(let list):
        endLine()
        for item in list.items {
          line += 30
          piece += 30
          add(item.blocks)
          endLine()
        }
      case .figure(let figure): addBox(Double(min(figure.image.width ?? 80, 160)) * 0.75)
      case .math(let tex): addBox(MathWidth.estimate(tex) * size)
      case .paragraph, .plain, .heading, .quote, .admonition, .details, .tabs, .element, .written, .thematicBreak,
        .cards:
        add(block.childInlines)
        add(block.childBlocks)
      }
      endLine()
    }
  }
}

/// The widths of a table's columns.
enum ColumnWidths {
  /// The widths for a table that has `available` points for its content; nil where it needs more.
  ///
  /// Each column gets what its longest line needs when that is no more than a fair share of what is left; the others
  /// share the rest by the roots of their needs, none less than its widest word.
  static func widths(_ needs: [ContentWidth], available: Double) -> [Double]? {
    let least = needs.map { max($0.least, 14) + 1 }
    guard least.reduce(0, +) <= available else { return nil }
    var widths = [Double?](repeating: nil, count: needs.count)
    var left = available
    var isSettled = false
    while !isSettled {
      isSettled = true
      let open = widths.indices.filter { widths[$0] == nil }
      for index in open
      where max(needs[index].best + 2, least[index]) <= left / Double(widths.count(where: { $0 == nil })) {
        widths[index] = max(needs[index].best + 2, least[index])
        left -= widths[index]!
        isSettled = false
      }
    }
    return fitted(shared(widths, needs, least, left: left), least, available: available)
  }

  /// Columns that took what they like may leave others less than they must have: they give back of what they have over
  /// their own widest word.
  private static func fitted(_ widths: [Double], _ least: [Double], available: Double) -> [Double] {
    let excess = widths.reduce(0, +) - available
    guard excess > 0 else { return widths }
    let slack = zip(widths, least).map { max(0, $0 - $1) }
    let part = min(1, excess / max(slack.reduce(0, +), 0.001))
    return zip(widths, slack).map { $0 - $1 * part }
  }

  private static func shared(
    _ settled: [Double?], _ needs: [ContentWidth], _ least: [Double], left: Double
  ) -> [Double] {
    var widths = settled
    var left = left
    while true {
      let open = widths.indices.filter { widths[$0] == nil }
      guard !open.isEmpty else { break }
      let roots = open.reduce(0) { $0 + needs[$1].best.squareRoot() }
      let share = { (index: Int) in left * needs[index].best.squareRoot() / max(roots, 1) }
      // A column whose word is wider than its share takes that, and the others share again.
      if let narrow = open.first(where: { share($0) < least[$0] }) {
        widths[narrow] = least[narrow]
        left -= least[narrow]
        continue
      }
      for index in open { widths[index] = share(index) }
      break
    }
    return widths.map { $0 ?? 0 }
  }
}

/// About how wide a formula is.
enum MathWidth {
  /// In ems, by its signs: a command counts as one, what only groups or places others as none.
  static func estimate(_ tex: String) -> Double {
    var signs = 0.0
    var bytes = Array(tex.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        let name = bytes.prefix { $0.isASCIILetter }
        bytes = bytes.dropFirst(max(name.count, 1))
        signs += name.isEmpty ? 0.4 : 1.3
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: " "): break
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: ">"): signs += 2
      default: signs += 1
      }
    }
    return min(signs, 60) * 0.52
  }
}
