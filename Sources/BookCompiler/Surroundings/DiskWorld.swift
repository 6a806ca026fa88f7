import Glibc
import SourceText

/// A folder on disk as a `World`: every path is worked out by the system before it is opened, so that neither
/// `..` nor a symbolic link leads out of the root.
package struct DiskWorld: World {
  /// The root with every symbolic link on the way worked out.
  package let root: String

  /// - Throws: `WorldError` when the folder is not there.
  package init(root: String) throws(WorldError) {
    guard let real = canonicalPath(root) else { throw .missing(root) }
    self.root = real
  }

  package func read(_ path: String) throws(WorldError) -> [UInt8] {
    try readFile(located(path), reportedAs: path)
  }

  package func kind(of path: String) -> EntryKind? {
    guard let real = try? located(path) else { return nil }
    return entryKind(atRealPath: real)
  }

  package func list(_ folder: String) throws(WorldError) -> [Entry] {
    let real = try located(folder)
    guard let stream = opendir(real) else { throw .unreadable(folder, reason: systemMessage()) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != "..", let kind = kind(of: entry.pointee.d_type, at: Paths.join(folder, name)) else {
        continue
      }
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func kind(of type: UInt8, at path: String) -> EntryKind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    default: kind(of: path)
    }
  }

  /// The real path of a relative one.
  private func located(_ path: String) throws(WorldError) -> String {
    let joined = path.isEmpty ? root : Paths.join(root, path)
    guard let real = canonicalPath(joined) else {
      throw Paths.resolve(path) == nil ? .outside(path) : .missing(path)
    }
    guard real == root || real.hasPrefix(root == "/" ? "/" : root + "/") else { throw .outside(path) }
    return real
  }
}

/// The absolute path with symbolic links and `..` worked out; nil where nothing stands.
func canonicalPath(_ path: String) -> String? {
  guard let pointer = realpath(path, nil) else { return nil }
  defer { free(pointer) }
  return String(cString: pointer)
}

private func entryKind(atRealPath path: String) -> EntryKind? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return nil
  }
}

private func readFile(_ realPath: String, reportedAs path: String) throws(WorldError) -> [UInt8] {
  // Without O_NONBLOCK the opening of a named pipe waits for a writer that never comes.
  let descriptor = open(realPath, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw .unreadable(path, reason: systemMessage()) }
  defer { close(descriptor) }
  var status = stat()
  // A named pipe or a device would block or never end: only plain files are read.
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    throw .unreadable(path, reason: "it is not a file")
  }
  var failure: String?
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    while count < buffer.count {
      let got = Glibc.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { failure = systemMessage() }
      guard got > 0 else { break }
      count += got
    }
  }
  if let failure { throw .unreadable(path, reason: failure) }
  return bytes
}

/// The system's words for the last failed call.
func systemMessage() -> String { String(cString: strerror(errno)) }
