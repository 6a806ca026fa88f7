import ProcessBinding

/// The TeX engine: what it is called with, and what it may know and do.
struct Engine {
  /// The absolute path of the program.
  var path: String
  var options: TypesetOptions

  /// What has to be installed for the class, on Debian and its kin.
  static let installation = "sudo apt-get install --no-install-recommends texlive-luatex texlive-latex-recommended"

  /// - Throws: `TypesetFailure.missing` when there is no such program.
  init(_ options: TypesetOptions) throws(TypesetFailure) {
    guard let path = Engine.find(options) else {
      throw .missing("the TeX engine `\(options.engine)`", remedy: Engine.installation)
    }
    self.path = path
    self.options = options
  }

  private static func find(_ options: TypesetOptions) -> String? {
    options.engine.hasPrefix("/") ? options.engine : Program.find(options.engine, path: options.searchPath)
  }

  /// One run over the main file.
  ///
  /// No shell, and only files of the job folder and of the TeX installation are read, only files of the job folder
  /// written, by TeX's own account; what is typeset is never raw TeX of an author's. A draft makes no PDF.
  func pass(in folder: String, isDraft: Bool) -> Program {
    Program(
      path: path,
      arguments: (isDraft ? ["-draftmode"] : []) + [
        "-no-shell-escape", "-interaction=nonstopmode", "-file-line-error", "-jobname=\(options.jobName)", options.main,
      ],
      environment: environment(folder), folder: folder, limits: options.limits)
  }

  /// Asks the engine which one it is.
  func version() -> Program {
    Program(
      path: path, arguments: ["--version"], environment: environment("/"), folder: "/",
      limits: Program.Limits(seconds: 20, memory: options.limits.memory, file: options.limits.file))
  }

  /// All that the engine has of an environment.
  private func environment(_ folder: String) -> [(name: String, value: String)] {
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
    ]
  }
}
