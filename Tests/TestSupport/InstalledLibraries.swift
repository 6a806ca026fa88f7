import Foundation
import SourceText
import Testing

/// The machine's `/usr/share`, where the libraries stand that the program reads at run time.
package struct InstalledLibraries: World {
  private static let root = URL(filePath: "/usr/share")

  package init() {}

  package static let isPresent = ["javascript/katex/katex.min.js", "nodejs/prismjs/components.json"].allSatisfy {
    InstalledLibraries().kind(of: $0) == .file
  }
  package static let absence: Comment =
    "skipped: libjs-katex or node-prismjs is not installed; `make test` installs them"

  package func read(_ path: String) throws(WorldError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: InstalledLibraries.root.appending(path: path).path()) else {
      throw .missing(path)
    }
    return [UInt8](data)
  }

  package func kind(of path: String) -> EntryKind? {
    var isFolder: ObjCBool = false
    let full = InstalledLibraries.root.appending(path: path).path()
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue ? .folder : .file
  }

  package func list(_ folder: String) throws(WorldError) -> [Entry] { throw .unreadable(folder, reason: "not listed") }
}
