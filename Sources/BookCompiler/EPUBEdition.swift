import Artwork
import BookModel
import BookPasses
import EPUBRenderer
import SourceText

/// The EPUB of a book, as the bytes of its archive.
func bindEPUB(
  _ book: ResolvedBook, options: BuildOptions, in world: DiskWorld, findings: inout Findings
) throws(BuildFailure) -> [UInt8] {
  let commit = Commit.current(in: world.root)
  var epubOptions = EPUBOptions(
    cover: try cover(of: book.book.metadata, in: world, findings: &findings),
    modified: BuildDate.modified(environment: options.environment, commit: commit),
    commit: commit?.name, workers: options.workers)
  epubOptions.workers = options.workers
  return try archive(renderEPUB(book, options: epubOptions, findings: &findings), workers: options.workers)
}

/// The cover that `book.yml` names, else one made from the title.
private func cover(
  of metadata: Metadata, in world: DiskWorld, findings: inout Findings
) throws(BuildFailure) -> Asset {
  if let path = metadata.coverPath, let asset = readCover(path, in: world, findings: &findings) { return asset }
  do {
    let cover = try drawCover(CoverRequest(metadata))
    return Asset(
      path: "cover.png", mediaType: "image/png", bytes: cover.png,
      size: cover.size)
  } catch {
    throw .missingLibrary(error.description)
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
  guard ["image/jpeg", "image/png"].contains(header.mediaType) else {
    findings.warning(
      .coverUnusable, "the cover `\(path)` is of type \(header.mediaType), which stores refuse",
      notes: ["a cover is made from the title"], help: help)
    return nil
  }
  return Asset(path: path, mediaType: header.mediaType, bytes: bytes, size: header.size)
}

/// Writes a book to `<output>/<slug>.epub`.
/// - Returns: the path written.
func publish(_ epub: [UInt8], of book: Book, to output: String) throws(BuildFailure) -> String {
  try makeFolder(output)
  let path = Paths.join(output, fileSlug(book.metadata.title) + ".epub")
  try replaceFile(at: path, with: epub)
  return path
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
