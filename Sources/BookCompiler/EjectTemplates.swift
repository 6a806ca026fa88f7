import SourceText
import Templates

/// What became of each of the program's templates when they were written out.
public struct EjectReport: Sendable {
  /// Paths of the files written, in byte order.
  public let written: [String]
  /// Paths of files that were there already, and were left as they are.
  public let kept: [String]
}

/// Writes the program's templates to a folder, each under its name. What is there already is a user's work and stays.
/// - Throws: `BuildFailure` when the folder or a file cannot be written.
public func ejectTemplates(to folder: String) throws(BuildFailure) -> EjectReport {
  var written: [String] = []
  var kept: [String] = []
  for name in Templates.names {
    let path = Paths.join(folder, name)
    guard !fileExists(path) else {
      kept.append(path)
      continue
    }
    try makeFolder(Paths.folder(of: path))
    try replaceFile(at: path, with: Templates.standardBytes(name))
    written.append(path)
  }
  return EjectReport(written: written, kept: kept)
}
