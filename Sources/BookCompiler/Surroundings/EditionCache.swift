import Foundation
import SourceText

/// The folder where each printed edition has one of its own, with its last PDF and the page numbers in it.
///
/// Builds may run at once and be killed at any time: an edition's folder is moved aside before it is removed, so that
/// another build finds all of it or nothing, and what was moved aside by a build that was killed goes with the next.
struct EditionCache {
  /// The most bytes that all editions together may have; those used longest ago go first.
  static let sizeLimit = 256 << 20
  private static let aside = ".removed-"

  /// Absolute.
  let folder: String

  /// The edition of a book, told from others by the place that it is written to.
  /// - Parameter output: the absolute path of the folder that books are written to.
  func edition(of title: String, output: String) -> DiskFolder? {
    let key = SHA1.hexadecimal(of: Array(output.utf8)).prefix(12)
    return try? DiskFolder(path: Paths.join(folder, "\(fileSlug(title))-\(key)"))
  }

  /// Notes that an edition has been used, and removes others until the rest fits.
  func prune(keeping current: DiskFolder, limit: Int = EditionCache.sizeLimit) {
    utimes(current.path, nil)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.contains(EditionCache.aside) { remove(name) }
    var editions = names.filter { !$0.contains(EditionCache.aside) }.compactMap { Edition(in: folder, $0) }
    editions.sort { ($0.time, $0.name) < ($1.time, $1.name) }
    var total = editions.reduce(0) { $0 + $1.size }
    for edition in editions where total > limit && Paths.join(folder, edition.name) != current.path {
      let aside = "\(edition.name)\(EditionCache.aside)\(getpid())"
      guard rename(Paths.join(folder, edition.name), Paths.join(folder, aside)) == 0 else { continue }
      remove(aside)
      total -= edition.size
    }
  }

  private func remove(_ name: String) { try? FileManager.default.removeItem(atPath: Paths.join(folder, name)) }
}

/// A folder of the cache.
private struct Edition {
  var name: String
  /// Bytes of all files.
  var size: Int
  /// Seconds and nanoseconds of its last use.
  var time: Double

  init?(in folder: String, _ name: String) {
    let path = Paths.join(folder, name)
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.name = name
    time = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    size = files.reduce(0) { sum, file in
      var status = stat()
      let isFile = stat(Paths.join(path, file), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      return isFile ? sum + Int(status.st_size) : sum
    }
  }
}
