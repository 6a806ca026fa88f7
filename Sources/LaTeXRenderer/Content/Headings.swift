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
  func heading(_ heading: Heading, following: ArraySlice<Block>) {
    guard !heading.content.plainText.isBlank else {
      anchor(heading.anchor)
      return inlines(heading.content)
    }
    if case .table(let table) = following.first?.kind, !isPageTurned, isLandscape(table) { turnPage() }
    if let lines = linesToKeep(before: following), !isPageTurned {
      tex.command("hpneedlines", .number(lines))
    }
    let level = levels.shown(for: heading.level)
    tex.command(
      "hpheading", .number(level), .body { [self] in anchor(heading.anchor) },
      .body { [self] in set(in: .sans) { line(heading.content.trimmed) } })
  }

  /// How many lines a heading needs under it before what follows; nil for what can break at once. Headings right under it
  /// count with what follows them.
  private func linesToKeep(before blocks: ArraySlice<Block>) -> Int? {
    let headings = blocks.prefix(5).prefix(while: \.isHeading).count
    guard headings > 0 else { return linesToKeep(beforeContent: blocks) }
    return 3 * headings + (linesToKeep(beforeContent: blocks.dropFirst(headings)) ?? 3)
  }

  /// The lines of a table are as high as its head and first row. A picture that is all there is to a section stays on the
  /// page of its heading, even if it is made smaller.
  private func linesToKeep(beforeContent blocks: ArraySlice<Block>) -> Int? {
    guard let next = blocks.first else { return nil }
    if let table = Grid(next) { return 5 + linesToBegin(table) }
    guard let picture = picture(of: next), blocks.dropFirst().first?.isText != true else { return next.linesToKeep }
    return 6 + Int(fitted(picture).height * Picture.leastScale / (edition.options.bodySize * 1.2))
  }

  private func picture(of block: Block) -> Picture? {
    switch block.kind {
    case .figure(let figure): picture(figure.image)
    case .diagram(let diagram): edition.illustrations.drawings[diagram].map { Picture($0, path: "") }
    case .paragraph(let content): content.onlyPicture.flatMap { picture($0.figure.image) }
    case .plain, .heading, .thematicBreak, .quote, .list, .code, .table, .math, .admonition, .details, .tabs, .cards,
      .element, .written:
      nil
    }
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// Whether it stands under a heading by itself, when a picture before it goes to the next page.
  fileprivate var isText: Bool {
    switch kind {
    case .heading, .thematicBreak, .figure, .diagram: false
    case .paragraph, .plain, .quote, .list, .code, .table, .math, .admonition, .details, .tabs, .cards, .element,
      .written:
      true
    }
  }

  /// How many lines a heading needs under it, where what follows cannot break at once; nil for running text.
  fileprivate var linesToKeep: Int? {
    switch kind {
    case .figure, .diagram: 12
    case .code, .admonition, .details, .tabs, .math: 7
    case .paragraph, .plain, .heading, .table, .thematicBreak, .quote, .list, .cards, .element, .written: nil
    }
  }
}
