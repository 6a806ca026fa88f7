import LaTeXRenderer
import ProcessBinding
import SourceText

/// Makes a PDF of a LaTeX edition: with as many passes of the engine as its page numbers need, and none when nothing
/// has changed since the last build.
///
/// - Parameters:
///   - files: the edition; `origins` leads the engine's complaints back to the handbook.
///   - job: an empty folder, which the caller removes afterwards.
///   - cache: a folder kept from build to build of the same book; nil for none.
///   - progress: told of every page.
///   - findings: gets what the engine's log says, as diagnostics in the handbook, also when this throws.
/// - Throws: `TypesetFailure` when no PDF could be made.
package func typeset(
  _ files: [LaTeXFile], _ options: TypesetOptions, in job: some WorkingFolder, cache: (any WorkingFolder)?,
  progress: (TypesetProgress) -> Void, findings: inout Findings
) throws(TypesetFailure) -> Typeset {
  let engine = try Engine(options)
  let identifier = digest(of: files, options)
  let kept = KeptEdition(folder: cache)
  let state = identifier + " " + (try version(of: engine))
  if let last = kept.edition(state: state) {
    readLog(last.log, files: files, findings: &findings)
    return Typeset(
      pdf: last.pdf, pages: last.log.pages, passes: 0, claims: last.log.claims)
  }
  for file in files + supplements(identifier: identifier, options) { try job.write(file.bytes, to: file.path) }
  let inputs = Set(job.files())
  var passes = Passes(engine: engine, job: job, inputs: inputs, expected: kept.pages)
  let log = try passes.run(from: kept.auxiliaries, progress: progress, findings: &findings, files: files)
  guard let pdf = job.read(options.jobName + ".pdf") else { throw .stopped(reason: log.lastWords) }
  var result = Typeset(pdf: pdf, pages: log.pages, passes: passes.count, claims: log.claims)
  do {
    try kept.keep(state: state, pdf: pdf, log: log, auxiliaries: passes.auxiliaries)
  } catch {
    result.keepingFailure = error
  }
  return result
}

/// The files that the engine gets besides the edition: the tagger, and what this job is.
private func supplements(identifier: String, _ options: TypesetOptions) -> [LaTeXFile] {
  TaggingPackage.files + [
    LaTeXFile(
      path: "handpress-job.lua",
      bytes: Array(
        "return {identifier = \"\(identifier.prefix(32))\", date = \(options.date), tagged = \(options.isTagged)}\n"
          .utf8))
  ]
}

/// What makes this edition this one: the content of its files, their order, and the options that change the PDF.
private func digest(of files: [LaTeXFile], _ options: TypesetOptions) -> String {
  var all = Array("\(options.main) \(options.date) \(options.isTagged)\n".utf8)
  for file in files + TaggingPackage.files {
    all += "\(file.path) \(file.bytes.count) \(SHA1.hexadecimal(of: file.bytes))\n".utf8
  }
  return SHA1.hexadecimal(of: all)
}

/// The engine's own account of itself: a new one may make another PDF of the same files.
/// - Throws: `TypesetFailure.unsuitable` where it is no LuaTeX, for which the class and the tagging are written.
private func version(of engine: Engine) throws(TypesetFailure) -> String {
  var text: [UInt8] = []
  do {
    let end = try engine.version().run { text += $0 }
    if case .interrupted(let signal) = end { throw TypesetFailure.interrupted(signal: signal) }
  } catch let failure as TypesetFailure {
    throw failure
  } catch {
    throw .cannotStart(reason: "\(engine.path): \(error)")
  }
  guard text[...].holds(Array("LuaTeX".utf8)) || text[...].holds(Array("LuaHBTeX".utf8)) else {
    let account = text.prefix { $0 != UInt8(ascii: "\n") }
    throw .unsuitable(engine: engine.options.engine, account: String(decoding: account, as: UTF8.self))
  }
  return SHA1.hexadecimal(of: text)
}
