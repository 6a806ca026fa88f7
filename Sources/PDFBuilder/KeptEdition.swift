/// What one build leaves in the cache for the next.
struct KeptEdition {
  var folder: (any WorkingFolder)?

  private static let state = "state", pdf = "edition.pdf", log = "edition.log", auxiliary = "auxiliary/"

  /// The PDF and the log of the last build, when it was of the same state. The state is read again behind them: another
  /// build may be keeping its own just then.
  func edition(state: String) -> (pdf: [UInt8], log: Log)? {
    let state = Array(state.utf8)
    guard let folder, folder.read(KeptEdition.state) == state, let pdf = folder.read(KeptEdition.pdf),
      let log = folder.read(KeptEdition.log), folder.read(KeptEdition.state) == state
    else { return nil }
    return (pdf, Log(bytes: log))
  }

  /// Pages of the last build.
  var pages: Int? {
    guard let log = folder?.read(KeptEdition.log) else { return nil }
    return Log(bytes: log).pages
  }

  /// What the last pass of the last build has written for the next, by path.
  var auxiliaries: [String: [UInt8]] {
    guard let folder, folder.read(KeptEdition.state) != nil else { return [:] }
    let paths = folder.files().filter { $0.hasPrefix(KeptEdition.auxiliary) }
    return Dictionary(
      uniqueKeysWithValues: paths.map {
        (String($0.dropFirst(KeptEdition.auxiliary.count)), folder.read($0) ?? [])
      })
  }

  /// Keeps a build. The state is taken away first and comes last, so that half of one is never taken for whole.
  func keep(state: String, pdf: [UInt8], log: Log, auxiliaries: [String: [UInt8]]) throws(TypesetFailure) {
    guard let folder else { return }
    folder.remove(KeptEdition.state)
    for path in folder.files() where path.hasPrefix(KeptEdition.auxiliary) { folder.remove(path) }
    for (path, bytes) in auxiliaries.sorted(by: { $0.key < $1.key }) {
      try folder.write(bytes, to: KeptEdition.auxiliary + path)
    }
    try folder.write(pdf, to: KeptEdition.pdf)
    try folder.write(log.bytes, to: KeptEdition.log)
    try folder.write(Array(state.utf8), to: KeptEdition.state)
  }
}
