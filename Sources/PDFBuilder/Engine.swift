import ProcessBinding
import SourceText

/// A TeX engine: what it is called with, and what it may know and do.
package struct Engine {
  /// The absolute path of the program.
  let path: String
  let options: TypesetOptions
  package let kind: EngineKind
  /// Of its own account of itself: a new version may make another PDF of the same files.
  let fingerprint: String

  /// Finds the program and asks it which engine it is.
  /// - Throws: `TypesetFailure.missing` where there is no such program, `.unsuitable` where the class has no layer for it.
  package init(_ options: TypesetOptions) throws(TypesetFailure) {
    guard let path = Engine.find(options) else {
      throw .missing(
        "the TeX engine `\(options.engine)`", remedy: EngineKind(program: options.engine).installation)
    }
    let text = try Engine.account(of: path, options)
    let line = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard let kind = EngineKind(account: line) else { throw .unsuitable(engine: options.engine, account: line) }
    (self.path, self.options, self.kind) = (path, options, kind)
    fingerprint = SHA1.hexadecimal(of: text)
  }

  private static func find(_ options: TypesetOptions) -> String? {
    options.engine.hasPrefix("/") ? options.engine : Program.find(options.engine, path: options.searchPath)
  }

  private static func account(of path: String, _ options: TypesetOptions) throws(TypesetFailure) -> [UInt8] {
    let program = Program(
      path: path, arguments: ["--version"], environment: environment("/", options), folder: "/",
      limits: Program.Limits(seconds: 20, memory: options.limits.memory, file: options.limits.file))
    var text: [UInt8] = []
    do {
      let end = try program.run { text += $0 }
      if case .interrupted(let signal) = end { throw TypesetFailure.interrupted(signal: signal) }
    } catch let failure as TypesetFailure {
      throw failure
    } catch {
      throw .cannotStart(reason: "\(path): \(error)")
    }
    return text
  }

  /// One run over the main file.
  ///
  /// No shell, and only files of the job folder and of the TeX installation are read, only files of the job folder
  /// written, by TeX's own account; what is typeset is never raw TeX of an author's. A draft makes no PDF.
  func pass(in folder: String, isDraft: Bool) -> Program {
    Program(
      path: path, arguments: arguments(folder, isDraft: isDraft), environment: Engine.environment(folder, options),
      folder: folder, limits: options.limits)
  }

  private func arguments(_ folder: String, isDraft: Bool) -> [String] {
    let common = [
      "-no-shell-escape", "-interaction=nonstopmode", "-file-line-error", "-jobname=\(options.jobName)", options.main,
    ]
    return switch kind {
    case .luatex: (isDraft ? ["-draftmode"] : []) + common
    case .xetex: (isDraft ? ["-no-pdf"] : []) + common
    case .tectonic:
      // Nothing of the network: what the book needs of LaTeX is in the cache, or the run ends.
      ["-X", "compile", "--untrusted", "--only-cached", "--keep-logs", "--print", "--outdir", folder, options.main]
    }
  }

  /// All that the engine has of an environment.
  private static func environment(_ folder: String, _ options: TypesetOptions) -> [(name: String, value: String)] {
    [
      ("PATH", options.searchPath), ("HOME", folder), ("LC_ALL", "C.UTF-8"), ("TZ", "UTC"),
      // Dates from here, in \today and in the PDF.
      ("SOURCE_DATE_EPOCH", String(options.date)), ("FORCE_SOURCE_DATE", "1"),
      // `p`: no absolute path, no `..`, no file whose name begins with a dot.
      ("openin_any", "p"), ("openout_any", "p"), ("shell_escape", "f"),
      // The log in whole lines, to be read back.
      ("max_print_line", "10000"), ("error_line", "254"), ("half_error_line", "238"),
      ("TEXMFHOME", "\(options.fontCache)/texmf-home"), ("TEXMFCONFIG", "\(options.fontCache)/texmf-config"),
      ("TEXMFVAR", options.fontCache), ("TEXMFCACHE", options.fontCache),
    ] + (options.tectonicCache.map { [("TECTONIC_CACHE_DIR", $0)] } ?? [])
  }
}
