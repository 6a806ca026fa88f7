import Foundation
import Testing

@testable import BookCompiler

@Suite("Folders on the disk")
struct DiskFolderTests {
  private let folder: DiskFolder

  init() throws { folder = try DiskFolder.temporary(environment: [:]) }

  @Test("Files are named from the folder on, in the order of their bytes")
  func names() throws {
    defer { folder.removeAll() }
    for path in ["b/c.aux", "a.aux", "b/a/x", "Z"] { try folder.write([1], to: path) }
    #expect(folder.files() == ["Z", "a.aux", "b/a/x", "b/c.aux"])
    for path in folder.files() { folder.remove(path) }
    #expect(folder.files().isEmpty)
  }

  @Test("The date of a file is a matter of its content")
  func dates() throws {
    defer { folder.removeAll() }
    for (path, bytes) in [("a", [1]), ("b", [1]), ("c", [2])] as [(String, [UInt8])] {
      try folder.write(bytes, to: path)
    }
    let dates = try ["a", "b", "c"].map {
      try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\($0)")[.modificationDate] as? Date
    }
    #expect(dates[0] == dates[1] && dates[0] != dates[2])
  }
}
