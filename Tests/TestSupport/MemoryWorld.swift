import SourceText

/// A handbook in memory: the twin of `DiskWorld` for tests.
package struct MemoryWorld: World {
  private let files: [String: [UInt8]]

  package init(_ files: [String: String]) {
    self.files = files.mapValues { Array($0.utf8) }
  }

  package init(bytes files: [String: [UInt8]]) {
    self.files = files
  }

  package func read(_ path: String) throws(WorldError) -> [UInt8] {
    guard let bytes = files[path] else { throw .missing(path) }
    return bytes
  }

  package func kind(of path: String) -> EntryKind? {
    if files[path] != nil { return .file }
    let prefix = path.isEmpty ? "" : path + "/"
    return files.keys.contains { $0.hasPrefix(prefix) } ? .folder : nil
  }

  package func list(_ folder: String) throws(WorldError) -> [Entry] {
    guard kind(of: folder) == .folder else { throw .missing(folder) }
    let prefix = folder.isEmpty ? "" : folder + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
    let entries = names.map { rest in
      rest.firstIndex(of: "/").map { Entry(name: String(rest[..<$0]), kind: .folder) }
        ?? Entry(name: String(rest), kind: .file)
    }
    return Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }).values
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
