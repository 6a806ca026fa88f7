import Artwork
import BookModel
import BookPasses
import EPUBRenderer
import SourceText

/// What stands on the outside of a book: worked out beside its text, since it depends on nothing in it.
struct Imprint: Sendable {
  /// nil where none could be made, which is reported.
  var cover: Asset?
  /// What the cover was drawn from; nil for one of the author's, or none.
  var drawnCover: CoverRequest?
  var commit: Commit?
  let look: Look
  var findings = Findings()

  init(of metadata: Metadata, look: Look, in world: DiskWorld) {
    self.look = look
    commit = Commit.current(in: world.root)
    cover = metadata.coverPath.flatMap { readCover($0, in: world, findings: &findings) }
    if cover == nil {
      let request = CoverRequest(metadata, style: look.theme.cover)
      cover = drawnCoverAsset(of: request, findings: &findings)
      if cover != nil { drawnCover = request }
    }
  }
}

extension Imprint {
  /// Itself; what was found while it was made goes with the book's findings, once for all editions.
  func take(_ findings: inout Findings) -> Imprint {
    findings.append(self.findings)
    return self
  }
}

/// The EPUB of a book, as the bytes of its archive.
private func bindEPUB(
  _ book: ResolvedBook, _ imprint: Imprint, _ illustrations: Illustrations, form: EPUBForm, options: BuildOptions,
  findings: inout Findings
) throws(BuildFailure) -> [UInt8] {
  var epubOptions = EPUBOptions(
    cover: imprint.cover,
    modified: BuildDate.modified(environment: options.environment, commit: imprint.commit),
    commit: imprint.commit?.name, workers: options.workers)
  epubOptions.theme = imprint.look.theme
  epubOptions.templates = imprint.look.templates
  epubOptions.fonts = imprint.look.fonts
  epubOptions.form = form
  let files = renderEPUB(book, illustrations: illustrations, options: epubOptions, findings: &findings)
  return try archive(files, workers: options.workers)
}

/// The cover made from the title; a book without one is better than none.
private func drawnCoverAsset(of request: CoverRequest, findings: inout Findings) -> Asset? {
  do {
    let cover = try drawCover(request)
    if cover.missingLetters > 0 {
      findings.warning(
        .coverUnusable, "\(cover.missingLetters) letters on the cover are in no font of this machine",
        notes: ["they are drawn as boxes"], help: "install a font that has them, or name a `cover` in book.yml")
    }
    return Asset(path: "cover.png", mediaType: "image/png", bytes: cover.png, size: cover.size)
  } catch {
    findings.warning(.coverUnusable, "no cover was made", notes: [error.description])
    return nil
  }
}

/// A cover of the author's: a picture every store takes.
private func readCover(_ path: String, in world: DiskWorld, findings: inout Findings) -> Asset? {
  let help = "give the path of a JPEG or PNG file, 1600×2560 pixels, relative to the handbook's folder"
  guard let bytes = try? world.read(path), let header = ImageHeader(bytes: bytes) else {
    findings.warning(
      .coverUnusable, "the cover `\(path)` is no picture that can be read", notes: ["a cover is made from the title"],
      help: help)
    return nil
  }
  var asset = Asset(path: path, mediaType: header.mediaType, bytes: bytes, size: header.size, isShown: true)
  asset = suitPictures([asset], rules: .cover, workers: 1, findings: &findings)[0]
  guard PictureRules.cover.formats.contains(asset.mediaType) else {
    findings.warning(
      .coverUnusable, "the cover `\(path)` is of type \(header.mediaType), which stores refuse",
      notes: ["a cover is made from the title"], help: help)
    return nil
  }
  return asset
}

/// The EPUB of a book, written to `<output>/<slug>.epub`, for old readers to `<output>/<slug>-legacy.epub`.
/// - Returns: the path written.
func publishEPUB(
  _ book: ResolvedBook, _ imprint: Imprint, _ illustrations: Illustrations, form: EPUBForm, options: BuildOptions,
  findings: inout Findings
) throws(BuildFailure) -> String {
  let shown =
    form == .legacy ? picturingDrawings(of: book, workers: options.workers, findings: &findings) : book
  let epub = try bindEPUB(shown, imprint, illustrations, form: form, options: options, findings: &findings)
  try makeFolder(options.output)
  let suffix = form == .legacy ? "-legacy" : ""
  let path = Paths.join(options.output, fileName(of: book.book.metadata) + suffix + ".epub")
  try replaceFile(at: path, with: epub)
  return path
}

/// The title, and behind it what tells this edition from others: `helm-ja-3-21-1`.
func fileName(of metadata: Metadata) -> String {
  ([fileSlug(metadata.title)] + metadata.edition.map(fileSlug)).joined(separator: "-")
}

/// A title as a file name: ASCII letters and digits in lower case, `-` between words, at most 80 characters;
/// `book` when nothing is left, as of a Chinese title.
func fileSlug(_ title: String) -> String {
  let words = title.lowercased().utf8.split { byte in
    !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
  let slug = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-").prefix(80)
  return slug.isEmpty ? "book" : String(slug).trimmingDashes()
}

extension String {
  fileprivate func trimmingDashes() -> String {
    String(drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
  }
}
