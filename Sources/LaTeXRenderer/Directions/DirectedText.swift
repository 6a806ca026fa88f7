import BookModel

/// The characters of one paragraph with the bytes that write them, until it is known which way each runs.
struct DirectedText {
  private struct Piece {
    var scalar: Unicode.Scalar
    var range: Range<Int>
  }

  /// A link: what runs one way as a whole begins before its command, so that its area on the page is one.
  private struct Whole {
    var pieces: Range<Int>
    var range: Range<Int>
  }

  let direction: Direction
  private var pieces: [Piece] = []
  private var wholes: [Whole] = []

  init(_ direction: Direction) { self.direction = direction }

  mutating func add(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
    pieces.append(Piece(scalar: scalar, range: range))
  }

  /// The number of the next character.
  var count: Int { pieces.count }

  mutating func addWhole(_ pieces: Range<Int>, _ range: Range<Int>) {
    if !pieces.isEmpty { wholes.append(Whole(pieces: pieces, range: range)) }
  }

  /// Where runs begin and end, and the mirrored characters: `a (ב)` → `a (\hpbeginrtl{}ב\hpendrtl{})`.
  func amendments() -> [LaTeXWriter.Amendment] {
    let base: UInt8 = direction == .rightToLeft ? 1 : 0
    let levels = BidiParagraph.levels(of: pieces.map(\.scalar), base: base)
    guard levels.contains(where: { $0 != base }) || base == 1 else { return [] }
    var amendments: [LaTeXWriter.Amendment] = []
    func put(_ text: String, _ place: Int) {
      amendments.append(LaTeXWriter.Amendment(range: place..<place, text: text))
    }
    func change(from current: UInt8, to level: UInt8, before index: Int) {
      for ended in stride(from: current, to: level, by: -1) {
        put(ended & 1 == 1 ? "\\hpendrtl{}" : "\\hpendltr{}", end(of: index - 1, at: ended, levels))
      }
      for begun in stride(from: current + 1, through: max(level, current), by: 1) {
        put(begun & 1 == 1 ? "\\hpbeginrtl{}" : "\\hpbeginltr{}", start(of: index, at: begun, levels))
      }
    }
    var current = base
    for (index, piece) in pieces.enumerated() {
      change(from: current, to: levels[index], before: index)
      current = levels[index]
      if current & 1 == 1, !piece.range.isEmpty, let mirror = BidiData.mirrors[piece.scalar] {
        amendments.append(LaTeXWriter.Amendment(range: piece.range, text: mirror.escapedForTeX))
      }
    }
    change(from: current, to: base, before: pieces.count)
    // In the order of their places, and of those at one place in the order they were found.
    return amendments.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    .map(\.element)
  }

  /// Where a run of a level begins whose first character is given.
  private func start(of index: Int, at level: UInt8, _ levels: [UInt8]) -> Int {
    wholes.lazy.filter { $0.pieces.lowerBound == index && levels[$0.pieces].allSatisfy { $0 >= level } }
      .map(\.range.lowerBound).min() ?? pieces[index].range.lowerBound
  }

  /// Where it ends, by its last character.
  private func end(of index: Int, at level: UInt8, _ levels: [UInt8]) -> Int {
    wholes.lazy.filter { $0.pieces.upperBound == index + 1 && levels[$0.pieces].allSatisfy { $0 >= level } }
      .map(\.range.upperBound).max() ?? pieces[index].range.upperBound
  }
}

extension [Inline] {
  /// A character that has the direction of a text which stands in a box of its own: that of its first letter or number.
  var standIn: Unicode.Scalar {
    plainText.unicodeScalars.first { Direction($0) != nil || BidiClass($0) == .en || BidiClass($0) == .an }
      ?? "\u{FFFC}"
  }
}

extension Unicode.Scalar {
  /// Mirrored characters that TeX gives a meaning to are braces alone.
  fileprivate var escapedForTeX: String { self == "{" || self == "}" ? "\\\(self)" : String(self) }
}

extension Chapter {
  /// Whether a letter of its text runs from right to left.
  var hasRightToLeftLetters: Bool {
    func found(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value > 0x58F && $0.isRightToLeft } }
    var result = found(title)
    func visit(_ blocks: [Block]) {
      blocks.walkInlines { inline in
        switch inline.kind {
        case .text(let text), .code(let text): result = result || found(text)
        case .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .math, .link, .image, .footnoteReference,
          .element, .written:
          break
        }
      }
    }
    visit(blocks)
    for note in footnotes { visit(note.blocks) }
    return result
  }
}

extension ContentWriter {
  /// Runs the closure, which writes the text of one paragraph or one line; then marks what runs the other way.
  func directed(_ direction: Direction? = nil, _ content: () -> Void) {
    guard hasDirections else { return content() }
    mark(direction ?? self.direction, content)
  }

  /// The text of a heading, a cell or a label: one that runs the other way as a whole stands where others stand, but its
  /// marks are where its readers look for them.
  func line(_ content: ArraySlice<Inline>) {
    lastLetter = nil
    guard hasDirections else { return inlines(content) }
    marked(isOpposite: direction.isOpposite(of: Array(content))) { inlines(content) }
  }

  /// Marks a text in any book.
  func marked(isOpposite: Bool, _ content: () -> Void) {
    mark(direction) {
      if isOpposite { record(direction == .leftToRight ? "\u{2067}" : "\u{2066}") {} }
      content()
      if isOpposite { record("\u{2069}") {} }
    }
  }

  private func mark(_ direction: Direction, _ content: () -> Void) {
    let outer = paragraph
    paragraph = DirectedText(direction)
    content()
    if let paragraph { tex.amend(paragraph.amendments()) }
    paragraph = outer
  }

  /// Ends a line of a paragraph, which is a paragraph of its own to the algorithm.
  func endDirectedLine() {
    guard let line = paragraph else { return }
    tex.amend(line.amendments())
    paragraph = DirectedText(line.direction)
    directedLines += 1
  }

  /// Runs the closure, which writes one character.
  func record(_ scalar: Unicode.Scalar, _ write: () -> Void) {
    guard paragraph != nil else { return write() }
    let start = tex.position
    write()
    paragraph?.add(scalar, start..<tex.position)
  }

  /// Runs the closure, which writes what is one thing to the line: a picture, a formula, a box. It stands as a character
  /// without a direction of its own.
  func object(_ scalar: Unicode.Scalar = "\u{FFFC}", _ write: () -> Void) {
    guard let outer = paragraph else { return write() }
    let start = tex.position
    paragraph = nil
    write()
    paragraph = outer
    paragraph?.add(scalar, start..<tex.position)
  }

  /// Code within a line: it runs from left to right and has no part in the directions around it (UAX #9, HL3).
  func leftToRight(_ content: () -> Void) {
    record("\u{2066}") {}
    content()
    record("\u{2069}") {}
  }

  /// A link, which is marked as a whole.
  func recordWhole(_ write: () -> Void) {
    guard let first = paragraph?.count else { return write() }
    let (start, line) = (tex.position, directedLines)
    write()
    guard line == directedLines, let end = paragraph?.count else { return }
    paragraph?.addWhole(first..<end, start..<tex.position)
  }
}
