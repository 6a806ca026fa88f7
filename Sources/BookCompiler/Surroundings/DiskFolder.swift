import Foundation
import PDFBuilder
import SourceText

/// A folder on the disk that TeX works in, or that is kept between builds.
struct DiskFolder: WorkingFolder {
  /// Absolute.
  let path: String

  /// The folder, which is made where it is not there.
  init(path: String) throws(BuildFailure) {
    try makeFolder(path)
    self.path = path
  }

  /// A new and empty folder for one job, that nobody else may look into.
  static func temporary(environment: [String: String]) throws(BuildFailure) -> DiskFolder {
    let place = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array(Paths.join(place, "handpress-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannotWrite(path: place, reason: systemMessage()) }
    return try DiskFolder(path: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: Paths.join(self.path, path)).map { [UInt8]($0) }
  }

  func write(_ bytes: [UInt8], to path: String) throws(TypesetFailure) {
    do {
      let file = Paths.join(self.path, path)
      try makeFolder(Paths.folder(of: file))
      try replaceFile(at: file, with: bytes)
    } catch {
      throw .folder(path: path, reason: error.description)
    }
  }

  func remove(_ path: String) { unlink(Paths.join(self.path, path)) }

  func files() -> [String] {
    let entries = FileManager.default.enumerator(
      at: URL(filePath: path), includingPropertiesForKeys: [.isRegularFileKey], options: [.producesRelativePathURLs])
    let files = entries?.compactMap { $0 as? URL } ?? []
    return files.filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .map(\.relativePath).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes the folder and all that is in it.
  func removeAll() { try? FileManager.default.removeItem(atPath: path) }
}
