/// Everything outside the process that a build may touch, as one value.
///
/// `BookCompiler.DiskWorld` is the real one; `TestSupport.MemoryWorld` its twin in memory. Paths are relative to
/// the handbook's root, with `/` between segments and without `.` or `..`; the root itself is the empty path.
/// No call ever leaves the root: a path that does, be it through a symbolic link, reads as `WorldError.outside`.
package protocol World: Sendable {
  /// The bytes of a file.
  /// - Throws: `WorldError`
  func read(_ path: String) throws(WorldError) -> [UInt8]
  /// What stands at a path, symbolic links followed; nil when there is nothing, or it lies outside the root.
  func kind(of path: String) -> EntryKind?
  /// The entries of a folder in byte order of their names.
  /// - Throws: `WorldError`
  func list(_ folder: String) throws(WorldError) -> [Entry]
}

/// What stands at a path.
package enum EntryKind: Sendable, Equatable {
  case file, folder
}

/// One entry of a folder.
package struct Entry: Sendable, Equatable {
  package let name: String
  package let kind: EntryKind
  package init(name: String, kind: EntryKind) {
    self.name = name
    self.kind = kind
  }
}

/// Why a path could not be read.
package enum WorldError: Error, Equatable, Sendable {
  case missing(String)
  /// The path, or a symbolic link on it, leads out of the handbook's root.
  case outside(String)
  case unreadable(String, reason: String)
}
