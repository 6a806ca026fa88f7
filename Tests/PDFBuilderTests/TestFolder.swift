import Foundation
import PDFBuilder

/// A folder on the disk for one test, removed when nobody holds it any more.
final class TestFolder: WorkingFolder {
  let url: URL
  var path: String { url.path() }

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "handpress-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func read(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: url.appending(path: path))).map { [UInt8]($0) }
  }

  func write(_ bytes: [UInt8], to path: String) throws(TypesetFailure) {
    let file = url.appending(path: path)
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    } catch {
      throw .folder(path: path, reason: "\(error)")
    }
  }

  func remove(_ path: String) { try? FileManager.default.removeItem(at: url.appending(path: path)) }

  func files() -> [String] {
    let all = FileManager.default.enumerator(atPath: url.path())?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.appending(path: path).path(), isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
