import Foundation
import SourceText
import TestSupport

/// A folder on disk, for tests on real handbooks.
struct FolderWorld: World {
  let root: URL

  func read(_ path: String) throws(WorldError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: root.appending(path: path).path()) else {
      throw .missing(path)
    }
    return [UInt8](data)
  }

  func kind(of path: String) -> EntryKind? {
    var isFolder: ObjCBool = false
    let full = path.isEmpty ? root.path() : root.appending(path: path).path()
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue ? .folder : .file
  }

  func list(_ folder: String) throws(WorldError) -> [Entry] {
    let full = folder.isEmpty ? root : root.appending(path: folder)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: full.path()) else { throw .missing(folder) }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.compactMap { name in
      kind(of: folder.isEmpty ? name : folder + "/" + name).map { Entry(name: name, kind: $0) }
    }
  }
}
