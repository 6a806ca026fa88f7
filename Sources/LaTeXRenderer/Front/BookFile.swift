import BookModel
import SourceText

extension Edition {
  /// `book.tex`: what is chosen for this book, the pages before the text, and its chapters in their order.
  func bookFile(_ chapters: [LaTeXFile], needs: inout FontNeeds) -> LaTeXFile {
    let writer = FrontWriter(self, needs: needs)
    writer.preamble()
    writer.tex.environment("document") {
      writer.frontMatter(chapters)
      writer.tex.closing("hpmainmatter")
      writer.tex.blankLine()
      writer.body(order.entries)
      writer.index()
      writer.backCover()
    }
    needs = writer.content.needs
    return LaTeXFile(path: "book.tex", bytes: writer.tex.output, origins: writer.tex.origins)
  }
}

/// Writes `book.tex`.
final class FrontWriter {
  let edition: Edition
  /// Text with its fonts is written as that of a chapter is.
  let content: ContentWriter

  init(_ edition: Edition, needs: FontNeeds) {
    self.edition = edition
    let nobody = Chapter(
      id: ChapterID(0), path: "", docID: "", permalink: "", title: "", showsTitle: false, label: "", blocks: [])
    content = ContentWriter(edition, chapter: nobody)
    content.needs = needs
    content.role = .sans
  }

  var tex: LaTeXWriter { content.tex }
  var words: InterfaceWords { edition.words }
  var metadata: Metadata { edition.metadata }

  func text(_ text: String) -> LaTeXWriter.Argument {
    .body { [self] in
      content.lastLetter = nil
      content.text(text)
    }
  }

  func text(_ text: String?) -> LaTeXWriter.Argument {
    guard let text, !text.isBlank else { return .empty }
    return self.text(text)
  }

  /// The chapters, each read from its file, and the openers of the parts.
  func body(_ entries: [BookOrder.Entry]) {
    for entry in entries {
      switch entry.kind {
      case .part(let number, let introduction):
        tex.command(
          "hppart", .anchor(AnchorName(part: number)), text(entry.label),
          .body { [self] in
            tex.newline()
            if let introduction {
              input(introduction)
            } else {
              tex.command("hppartcontents", .body { [self] in lines(entry.children, level: 1, depth: 1) })
            }
          })
        tex.blankLine()
        body(entry.children)
        tex.closing("hpendpart")
        tex.blankLine()
      case .group: body(entry.children)
      case .chapter(let id):
        input(id)
        body(entry.children)
      }
    }
  }

  private func input(_ chapter: ChapterID) {
    tex.command("input", .path(edition.path(of: edition.book[chapter])))
    tex.newline()
  }
}
