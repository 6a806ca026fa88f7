import Artwork
import BookModel
import DeflateBinding
import Glibc
import SourceText

/// The folder where the artwork of earlier builds lies, one file a book and program.
///
/// A file is written aside and moved into its place, and read with its checksum: builds may run at once and be killed
/// at any time. Whatever is wrong with a file, the build goes on without it. What is in a file is looked up by its
/// whole content, so that a file under the wrong name does no harm either.
struct ArtworkCache {
  /// The most bytes all files together may have; the oldest go first.
  private static let sizeLimit = 256 << 20

  let folder: String

  /// `$XDG_CACHE_HOME/handpress`, else `~/.cache/handpress` (XDG Base Directory Specification 0.8); nil where the
  /// environment names no home.
  static func defaultFolder(environment: [String: String]) -> String? {
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return Paths.join(base, "handpress") }
    return environment["HOME"].flatMap { $0.hasPrefix("/") ? Paths.join($0, ".cache/handpress") : nil }
  }

  func portfolio(of book: Book) -> Portfolio? {
    guard let world = try? DiskWorld(root: folder), let bytes = try? world.read(name(of: book)) else { return nil }
    return Portfolio(bytes: bytes)
  }

  func keep(_ portfolio: Portfolio, of book: Book, findings: inout Findings) {
    do throws(BuildFailure) {
      try makeFolder(folder)
      try replaceFile(at: Paths.join(folder, name(of: book)), with: portfolio.bytes)
      prune()
    } catch {
      findings.note(
        .cacheUnusable, "the artwork was not kept for the next build: \(error)",
        help: "name another folder with `--cache`, or none with `--no-cache`")
    }
  }

  /// Named by the book rather than by its place, so that the folder may be carried from machine to machine, and by the
  /// program that made it, since another one may draw otherwise.
  private func name(of book: Book) -> String {
    let subject = [book.metadata.title, book.metadata.language, book.site.url ?? "", book.site.baseURL]
    let number = crc32(Array(subject.joined(separator: "\n").utf8))
    return "\(fileSlug(book.metadata.title))-\(String(number, radix: 16))-\(ProgramIdentity.current).artwork"
  }

  /// Removes the files that were written longest ago until the others fit.
  private func prune() {
    guard let world = try? DiskWorld(root: folder), let entries = try? world.list("") else { return }
    var files = entries.filter { $0.kind == .file }.compactMap { entry -> (path: String, size: Int, time: Int)? in
      let path = Paths.join(world.root, entry.name)
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      return (path, Int(status.st_size), status.st_mtim.tv_sec)
    }
    files.sort { ($0.time, $0.path) < ($1.time, $1.path) }
    var total = files.reduce(0) { $0 + $1.size }
    for file in files where total > ArtworkCache.sizeLimit {
      unlink(file.path)
      total -= file.size
    }
  }
}
