import BookModel
import SourceText

/// What rendering a chapter gives.
struct ChapterFile: Sendable {
  var file: LaTeXFile
  var drawings: [LaTeXFile]
  var needs: FontNeeds
}

extension Edition {
  /// `chapters/012-guides-install.tex`
  func path(of chapter: Chapter) -> String {
    "chapters/" + FileNames.numbered("", chapter.id.index + 1, slug: chapter.docID) + ".tex"
  }

  /// One chapter as a file: its opener, its blocks, and the notes that nothing refers to.
  ///
  /// - Parameter group: the part the chapter is in, as the opener and the running head show it; nil for a chapter
  ///   that stands on the part's own page, without an opener.
  func render(_ chapter: Chapter, group: String?, findings: inout Findings) -> ChapterFile {
    let writer = ContentWriter(self, chapter: chapter)
    if let group { writer.chapter(group: group) } else { writer.introduction() }
    findings.append(writer.findings)
    let file = LaTeXFile(path: path(of: chapter), bytes: writer.tex.output, origins: writer.tex.origins)
    return ChapterFile(file: file, drawings: writer.drawings, needs: writer.needs)
  }
}

extension ContentWriter {
  /// The generated index of a part: it has no heading in its blocks, and its title is that of the part.
  fileprivate func introduction() {
    direction = edition.direction
    tex.command("hpintroduction", .anchor(edition.anchor(of: chapter.id)))
    tex.newline()
    blocks(chapter.blocks)
    tex.closing("hpendintroduction")
    tex.newline()
  }

  fileprivate func chapter(group: String) {
    let position = chapter.showsTitle ? nil : chapter.blocks.firstIndex(where: \.isTitle)
    var title = [
      Inline(.text(chapter.title.isBlank ? chapter.docID : chapter.title), at: chapter.blocks.first?.range ?? .none)
    ]
    var titleAnchor: String?
    if let position, case .heading(let heading) = chapter.blocks[position].kind {
      title = Array(heading.content.trimmed)
      titleAnchor = heading.anchor
    }
    tex.place = position.map { chapter.blocks[$0].range } ?? chapter.blocks.first?.range
    let own = direction
    direction = edition.direction
    tex.command(
      "hpchapter", .anchor(edition.anchor(of: chapter.id)), .body { [self] in set(in: .sans) { text(group) } },
      .body { [self] in set(in: .sans) { line(title[...]) } },
      .body { [self] in set(in: .sans) { text(title.plainText.shortened(to: 56)) } })
    tex.newline()
    anchor(titleAnchor)
    tex.blankLine()
    turn(to: own)
    if let position {
      blocks(chapter.blocks[..<position])
      blocks(chapter.blocks[(position + 1)...])
    } else {
      blocks(chapter.blocks)
    }
    unreferencedNotes()
    tex.newline()
    turn(to: edition.direction)
    tex.closing("hpendchapter")
    tex.newline()
  }

  /// A chapter that nobody has translated runs as its language does.
  private func turn(to other: Direction) {
    guard other != direction else { return }
    direction = other
    tex.command(other == .rightToLeft ? "hprighttoleft" : "hplefttoright")
    tex.newline()
  }
}

extension Block {
  fileprivate var isTitle: Bool {
    guard case .heading(let heading) = kind else { return false }
    return heading.level == 1 && !heading.content.plainText.isBlank
  }
}

extension SourceRange {
  /// For text that no file holds.
  fileprivate static var none: SourceRange { SourceRange(file: FileID(0), start: 0, end: 0) }
}

extension String {
  /// At most so many letters, the last of them `…` where some are left out.
  func shortened(to limit: Int) -> String {
    let text = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.count > limit else { return text }
    let cut = text.prefix(limit - 1)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + "…"
  }
}
