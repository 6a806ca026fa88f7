import BookModel
import BookPasses
import SourceText

/// A book as the files of an EPUB 3.3, in the order in which they stand in the archive: `mimetype`,
/// `META-INF/container.xml`, the package document, the navigation, the style, the content in reading order, the
/// pictures.
///
/// - Parameter illustrations: what was made of diagrams, formulas and code; what is not in it is shown as written.
///
/// Touches no disk and no clock; the bytes depend on nothing but the arguments, whatever the number of workers.
package func renderEPUB(
  _ book: ResolvedBook, illustrations: Illustrations = Illustrations(), options: EPUBOptions,
  findings: inout Findings
) -> [EPUBFile] {
  let edition = Edition(book.book, illustrations: illustrations, options: options)
  let documents = edition.frontPages(findings: &findings) + edition.body(findings: &findings)
  return [
    Container.mimetype, Container.container(),
    EPUBFile(path: Edition.packagePath, mediaType: MediaType.package, bytes: edition.packageDocument(documents)),
    file(Edition.navigationName, MediaType.xhtml, edition.navigationDocument()),
    file(Edition.ncxName, MediaType.ncx, edition.ncx()),
    file(Stylesheet.fileName, MediaType.css, edition.stylesheet()),
  ] + documents.map { file($0.fileName, MediaType.xhtml, $0.bytes) } + edition.pictureFiles()
}

private func file(_ name: String, _ mediaType: String, _ bytes: [UInt8]) -> EPUBFile {
  EPUBFile(path: "EPUB/" + name, mediaType: mediaType, bytes: bytes)
}

extension Edition {
  /// Cover, title page, colophon and contents.
  fileprivate func frontPages(findings: inout Findings) -> [ContentDocument] {
    [coverPage(), titlePage(findings: &findings), colophon(findings: &findings), contentsPage()].compactMap(\.self)
  }

  /// The parts and chapters in reading order, rendered in parallel.
  fileprivate func body(findings: inout Findings) -> [ContentDocument] {
    let pages = order.items.flatMap { item -> [Page] in
      switch item {
      case .part(let part): [.part(part)]
      case .chapter(let id, let role, let kicker):
        addresses[id].documents.indices.map { document in
          .chapter(ChapterPage(chapter: id, role: role, document: document, kicker: document == 0 ? kicker : nil))
        }
      }
    }
    return parallelMap(pages, workers: options.workers, findings: &findings) { page, findings in
      switch page {
      case .part(let part): partPage(part, findings: &findings)
      case .chapter(let chapter): render(chapter, findings: &findings)
      }
    }
  }

  private enum Page: Sendable {
    case part(ReadingOrder.PartPage)
    case chapter(ChapterPage)
  }

  fileprivate func pictureFiles() -> [EPUBFile] {
    let cover = options.cover.flatMap { asset in coverPath.map { file($0, asset.mediaType, asset.bytes) } }
    let fonts = embeddedFonts.map { file($0.path, $0.mediaType, $0.font.bytes) }
    return fonts + [cover].compactMap(\.self)
      + pictures.entries.map { file($0.path, book[$0.asset].mediaType, book[$0.asset].bytes) }
      + drawnPictures.entries.map { file($0.path, MediaType.png, $0.bytes) }
  }
}
