import DeflateBinding
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
      date(file, by: bytes)
    } catch {
      throw .folder(path: path, reason: error.description)
    }
  }

  /// Gives a file a date of modification that is a matter of its content: TeX takes what it has kept of a font for good
  /// as long as the font's file has its size and date, and reads it anew otherwise, which takes seconds.
  private func date(_ file: String, by bytes: [UInt8]) {
    let moment = timeval(tv_sec: 1_000_000_000 + Int(crc32(bytes) >> 3), tv_usec: 0)
    utimes(file, [moment, moment])
  }

  func remove(_ path: String) { unlink(Paths.join(self.path, path)) }

  func files() -> [String] {
    let entries = FileManager.default.enumerator(atPath: path)
    var files: [String] = []
    while let name = entries?.nextObject() as? String {
      if entries?.fileAttributes?[.type] as? FileAttributeType == .typeRegular { files.append(name) }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes the folder and all that is in it.
  func removeAll() { try? FileManager.default.removeItem(atPath: path) }
}
