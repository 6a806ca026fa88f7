/// What one build leaves in the cache for the next.
struct KeptEdition {
  var folder: (any WorkingFolder)?
  /// What an engine of one kind writes for its next pass, another cannot read: each has its own.
  private let state: String, pdf: String, log: String, auxiliary: String

  init(folder: (any WorkingFolder)?, kind: EngineKind) {
    self.folder = folder
    let place = "\(kind.rawValue.lowercased())/"
    (state, pdf) = (place + "state", place + "edition.pdf")
    (log, auxiliary) = (place + "edition.log", place + "auxiliary/")
  }

  /// The PDF and the log of the last build, when it was of the same state. The state is read again behind them: another
  /// build may be keeping its own just then.
  func edition(state: String) -> (pdf: [UInt8], log: Log)? {
    let expected = Array(state.utf8)
    guard let folder, folder.read(self.state) == expected, let pdf = folder.read(self.pdf),
      let log = folder.read(self.log), folder.read(self.state) == expected
    else { return nil }
    return (pdf, Log(bytes: log))
  }

  /// Pages of the last build.
  var pages: Int? {
    guard let log = folder?.read(self.log) else { return nil }
    return Log(bytes: log).pages
  }

  /// What the last pass of the last build has written for the next, by path.
  var auxiliaries: [String: [UInt8]] {
    guard let folder, folder.read(state) != nil else { return [:] }
    let paths = folder.files().filter { $0.hasPrefix(self.auxiliary) }
    return Dictionary(
      uniqueKeysWithValues: paths.map {
        (String($0.dropFirst(self.auxiliary.count)), folder.read($0) ?? [])
      })
  }

  /// Keeps a build. The state is taken away first and comes last, so that half of one is never taken for whole.
  func keep(state: String, pdf: [UInt8], log: Log, auxiliaries: [String: [UInt8]]) throws(TypesetFailure) {
    guard let folder else { return }
    folder.remove(self.state)
    for path in folder.files() where path.hasPrefix(self.auxiliary) { folder.remove(path) }
    for (path, bytes) in auxiliaries.sorted(by: { $0.key < $1.key }) {
      try folder.write(bytes, to: self.auxiliary + path)
    }
    try folder.write(pdf, to: self.pdf)
    try folder.write(log.bytes, to: self.log)
    try folder.write(Array(state.utf8), to: self.state)
  }
}
