import BookModel

/// The levels at which a chapter's headings are set: its title at 1, and none skipped on the way down.
struct HeadingLevels {
  private var open: [(written: Int, shown: Int)] = [(0, 1)]

  /// One below the nearest heading above that was written higher; never 1, which is the chapter's title.
  mutating func shown(for written: Int) -> Int {
    let written = max(written, 2)
    while let last = open.last, open.count > 1, last.written >= written { open.removeLast() }
    let level = min(6, open[open.count - 1].shown + 1)
    open.append((written, level))
    return level
  }
}

extension ContentWriter {
  /// `## Usage {#use}` → `\hpheading{2}{\hpanchor{c002.use}}{Usage}`; one without text is only a place to link to.
  func heading(_ heading: Heading, next: Block?) {
    guard !heading.content.plainText.isBlank else {
      anchor(heading.anchor)
      return inlines(heading.content)
    }
    if case .table(let table) = next?.kind, !isPageTurned, isLandscape(table) { turnPage() }
    if let next, let lines = linesToKeep(before: next), !isPageTurned {
      tex.command("hpneedlines", .number(lines))
    }
    let level = levels.shown(for: heading.level)
    tex.command(
      "hpheading", .number(level), .body { [self] in anchor(heading.anchor) },
      .body { [self] in set(in: .sans) { line(heading.content.trimmed) } })
  }

  /// How many lines a heading needs under it before a block: those of a table are as high as its head and first row.
  private func linesToKeep(before block: Block) -> Int? {
    guard let table = Grid(block) else { return block.linesToKeep }
    return 5 + linesToBegin(table)
  }
}

extension Block {
  /// How many lines a heading needs under it, where what follows cannot break at once; nil for running text.
  fileprivate var linesToKeep: Int? {
    switch kind {
    case .figure, .diagram: 12
    case .code, .admonition, .details, .tabs, .math: 7
    case .paragraph, .plain, .heading, .table, .thematicBreak, .quote, .list, .cards, .element, .written: nil
    }
  }
}
