import LaTeXRenderer
import SourceText

/// Makes a PDF of a LaTeX edition: with as many passes of the engine as its page numbers need, and none when nothing
/// has changed since the last build.
///
/// - Parameters:
///   - files: the edition; `origins` leads the engine's complaints back to the handbook.
///   - engine: what runs, and how.
///   - job: an empty folder, which the caller removes afterwards.
///   - cache: a folder kept from build to build of the same book; nil for none.
///   - progress: told of every page.
///   - findings: gets what the engine's log says, as diagnostics in the handbook, also when this throws.
/// - Throws: `TypesetFailure` when no PDF could be made.
package func typeset(
  _ files: [LaTeXFile], with engine: Engine, in job: some WorkingFolder, cache: (any WorkingFolder)?,
  progress: (TypesetProgress) -> Void, findings: inout Findings
) throws(TypesetFailure) -> Typeset {
  let identifier = digest(of: files, engine)
  let kept = KeptEdition(folder: cache, kind: engine.kind)
  let state = identifier + " " + engine.fingerprint
  if let last = kept.edition(state: state) {
    readLog(last.log, of: engine.kind, files: files, findings: &findings)
    return Typeset(
      pdf: last.pdf, pages: last.log.pages, passes: 0, claims: last.log.claims)
  }
  let supplements = JobPackage.files(for: engine.kind) + [JobPackage.job(identifier, for: engine.kind, engine.options)]
  for file in files + supplements { try job.write(file.bytes, to: file.path) }
  let inputs = Set(job.files())
  var passes = Passes(engine: engine, job: job, inputs: inputs, expected: kept.pages)
  let log = try passes.run(from: kept.auxiliaries, progress: progress, findings: &findings, files: files)
  guard let pdf = job.read(engine.options.jobName + ".pdf") else { throw .stopped(reason: log.lastWords) }
  var result = Typeset(pdf: pdf, pages: log.pages, passes: passes.count, claims: log.claims)
  do {
    try kept.keep(state: state, pdf: pdf, log: log, auxiliaries: passes.auxiliaries)
  } catch {
    result.keepingFailure = error
  }
  return result
}

/// What makes this edition this one: the content of its files, their order, and the options that change the PDF.
private func digest(of files: [LaTeXFile], _ engine: Engine) -> String {
  let options = engine.options
  var all = Array("\(options.main) \(options.date) \(options.isTagged)\n".utf8)
  for file in files + JobPackage.files(for: engine.kind) {
    all += "\(file.path) \(file.bytes.count) \(SHA1.hexadecimal(of: file.bytes))\n".utf8
  }
  return SHA1.hexadecimal(of: all)
}
