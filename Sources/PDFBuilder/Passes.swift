import LaTeXRenderer
import ProcessBinding
import SourceText

/// The passes of the engine over a job, until what they write for each other stays the same.
struct Passes<Folder: WorkingFolder> {
  var engine: Engine
  var job: Folder
  /// The files that were there before the first pass.
  var inputs: Set<String>
  /// Pages of the last build, for the progress.
  var expected: Int?
  /// How many passes have been run.
  private(set) var count = 0
  /// What the last pass has written for the next: `.aux`, `.toc` and their like.
  private(set) var auxiliaries: [String: [UInt8]] = [:]

  init(engine: Engine, job: Folder, inputs: Set<String>, expected: Int?) {
    self.engine = engine
    self.job = job
    self.inputs = inputs
    self.expected = expected
  }

  /// Runs passes, the first with what a build before has left. When TeX reports errors with that, it is thrown away
  /// and the passes begin from nothing: an old auxiliary file must never spoil a good book.
  mutating func run(
    from kept: [String: [UInt8]], progress: (TypesetProgress) -> Void, findings: inout Findings, files: [LaTeXFile]
  ) throws(TypesetFailure) -> Log {
    var log = try settle(from: kept, progress)
    if log.hasErrors, !kept.isEmpty { log = try settle(from: [:], progress) }
    readLog(log, of: engine.kind, files: files, findings: &findings)
    if let missing = log.missingFile { throw .missing("the LaTeX file `\(missing)`", remedy: engine.kind.installation) }
    guard log.pages > 0 else { throw .stopped(reason: log.lastWords) }
    return log
  }

  /// A first pass that nothing is kept for is a draft: what it writes for the next is all that it is run for.
  private mutating func settle(
    from kept: [String: [UInt8]], _ progress: (TypesetProgress) -> Void
  ) throws(TypesetFailure) -> Log {
    for path in job.files() where !inputs.contains(path) { job.remove(path) }
    for (path, bytes) in kept.sorted(by: { $0.key < $1.key }) { try job.write(bytes, to: path) }
    auxiliaries = kept
    var log: Log
    var isSettled: Bool
    repeat {
      let isDraft = auxiliaries.isEmpty && !engine.kind.repeatsPasses && count + 1 < engine.options.passes
      let result = try pass(isDraft: isDraft, progress)
      let written = readAuxiliaries()
      isSettled = result.pages == 0 || engine.kind.repeatsPasses || (!isDraft && written == auxiliaries)
      (log, auxiliaries) = (result.log, written)
    } while !isSettled && count < engine.options.passes
    return log
  }

  private mutating func pass(
    isDraft: Bool, _ progress: (TypesetProgress) -> Void
  ) throws(TypesetFailure) -> (log: Log, pages: Int) {
    count += 1
    var pages = PageCounter()
    var isDiskFull = false
    let end: Program.End
    do {
      end = try engine.pass(in: job.path, isDraft: isDraft).run { bytes in
        if bytes[...].holds(noRoom) { isDiskFull = true }
        if pages.read(bytes) { progress(TypesetProgress(pass: count, page: pages.count, total: expected)) }
      }
    } catch {
      throw .cannotStart(reason: "\(engine.path): \(error.reason)")
    }
    let log = Log(bytes: job.read(engine.options.jobName + ".log") ?? [])
    if isDiskFull || log.bytes[...].holds(noRoom) { throw .diskFull }
    switch end {
    case .exited: break
    case .killed(let signal):
      throw .stopped(reason: "it was killed by signal \(signal), perhaps for want of memory or time")
    case .timedOut: throw .timedOut(seconds: engine.options.limits.seconds)
    case .interrupted(let signal): throw .interrupted(signal: signal)
    }
    // The log of a draft does not say how many pages there would have been.
    let made = isDraft ? pages.count : log.pages
    if made > 0 { expected = made }
    return (log, made)
  }

  /// Everything that TeX has written but what is for people.
  private func readAuxiliaries() -> [String: [UInt8]] {
    let results = [".pdf", ".xdv", ".log", ".synctex.gz"]
    let paths = job.files().filter { path in
      !inputs.contains(path) && !results.contains { path.hasSuffix($0) } && !path.hasPrefix(".")
    }
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, job.read($0) ?? []) })
  }
}

/// What the C library says of a disk that is full (ENOSPC), in the engine's environment.
private let noRoom = Array("No space left on device".utf8)
