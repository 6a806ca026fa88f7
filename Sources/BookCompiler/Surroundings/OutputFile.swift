import Foundation
import SourceText

/// A failure of the machine, not of the handbook: exit status 2.
public enum BuildFailure: Error, Sendable, CustomStringConvertible {
  case noHandbook(path: String, reason: String)
  case noTemplates(path: String)
  case cannotWrite(path: String, reason: String)
  case cannotArchive(reason: String)
  case missingLibrary(String)

  public var description: String {
    switch self {
    case .noHandbook(let path, let reason): "no handbook at `\(path)`: \(reason)"
    case .noTemplates(let path): "no folder of templates at `\(path)`"
    case .cannotWrite(let path, let reason): "cannot write `\(path)`: \(reason)"
    case .cannotArchive(let reason): "cannot pack the book: \(reason)"
    case .missingLibrary(let sentence): sentence
    }
  }
}

/// Whether anything stands at a path, a symbolic link that leads nowhere included.
func fileExists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// Makes a folder and the folders above it.
func makeFolder(_ path: String) throws(BuildFailure) {
  var partial = path.hasPrefix("/") ? "/" : ""
  for segment in path.split(separator: "/") {
    partial += (partial.isEmpty || partial == "/" ? "" : "/") + segment
    if mkdir(partial, 0o777) != 0, errno != EEXIST {
      throw .cannotWrite(path: path, reason: systemMessage())
    }
  }
}

/// Writes a file whole or not at all: beside its place under another name, then moved over it.
func replaceFile(at path: String, with bytes: [UInt8]) throws(BuildFailure) {
  var template = Array((path + ".XXXXXX").utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemMessage()) }
  let aside = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  var failure = writeAll(bytes, to: descriptor)
  // `mkstemp` makes files that nobody else may read; a book is for everyone the umask lets in.
  let mask = umask(0)
  umask(mask)
  if failure == nil, fchmod(descriptor, 0o666 & ~mask) != 0 { failure = systemMessage() }
  if close(descriptor) != 0, failure == nil { failure = systemMessage() }
  if failure == nil, rename(aside, path) != 0 { failure = systemMessage() }
  if let failure {
    unlink(aside)
    throw .cannotWrite(path: path, reason: failure)
  }
}

/// - Returns: nil when all was written, else the system's reason.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> String? {
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let count = write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return systemMessage() }
      written += count
    }
    return nil
  }
}

/// Puts a folder of files in place of another, whole or not at all: made beside it under another name, then moved.
func replaceFolder(at path: String, with files: [(path: String, bytes: [UInt8])]) throws(BuildFailure) {
  var template = Array((path + ".XXXXXX").utf8CString)
  guard mkdtemp(&template) != nil else { throw .cannotWrite(path: path, reason: systemMessage()) }
  let aside = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  let aim = Result { () throws(BuildFailure) in try move(files, to: path, through: aside) }
  if case .failure = aim { removeFolder(aside) }
  try aim.get()
}

private func move(
  _ files: [(path: String, bytes: [UInt8])], to path: String, through aside: String
) throws(BuildFailure) {
  for file in files {
    try makeFolder(Paths.join(aside, Paths.folder(of: file.path)))
    try replaceFile(at: Paths.join(aside, file.path), with: file.bytes)
  }
  let mask = umask(0)
  umask(mask)
  guard chmod(aside, 0o777 & ~mask) == 0 else { throw .cannotWrite(path: path, reason: systemMessage()) }
  removeFolder(path)
  guard rename(aside, path) == 0 else { throw .cannotWrite(path: path, reason: systemMessage()) }
}

/// Removes a folder with all that is in it; nothing where there is none.
private func removeFolder(_ path: String) {
  try? FileManager.default.removeItem(atPath: path)
}
