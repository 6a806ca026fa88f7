import BookModel
import BookPasses
import Glibc
import LaTeXRenderer
import PDFBuilder
import SourceText

/// The PDF of a book: its LaTeX edition, typeset in a folder that is gone afterwards.
/// - Returns: nil when this machine cannot make it, which is reported.
func typesetPDF(
  _ book: ResolvedBook, imprint: Imprint, illustrations: Illustrations, options: BuildOptions, print: PrintChoices,
  progress: @Sendable (String) -> Void, findings: inout Findings
) throws(BuildFailure) -> [UInt8]? {
  let job = try DiskFolder.temporary(environment: options.environment)
  defer { job.removeAll() }
  try makeFolder(options.output)
  let caches = Caches(options, of: book.book)
  var typesetting = TypesetOptions(
    searchPath: options.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", fontCache: caches.fonts ?? job.path,
    date: BuildDate.seconds(environment: options.environment, commit: imprint.commit))
  typesetting.engine = options.engine
  typesetting.tectonicCache = tectonicCache(options.environment)
  do {
    let engine = try Engine(typesetting)
    guard engine.kind.mirrorsPages || Direction(language: book.book.metadata.language) == .leftToRight else {
      findings.error(
        .texStopped, "no PDF was made: a book from right to left needs LuaLaTeX",
        help: "leave the option `--engine` out")
      return nil
    }
    let latex = LaTeXOptions(
      options, print: print, of: book.book, imprint: imprint, engine: engine.kind,
      carriesFonts: !engine.kind.readsFontsOfMachine, findings: &findings)
    if let diagnostic = latex.fonts.missing {
      findings.add(diagnostic)
      return nil
    }
    let files = renderLaTeX(book, illustrations: illustrations, options: latex, findings: &findings)
    let result = try typeset(
      imprint.look.dress(files), with: engine, in: job, cache: caches.edition,
      progress: {
        progress("Setting page \($0.page)\($0.total.map { " of \($0)" } ?? ""), pass \($0.pass)")
      }, findings: &findings)
    if let failure = result.keepingFailure { reportUnkept(failure, findings: &findings) }
    caches.prune()
    return result.pdf
  } catch {
    if case .interrupted(let signal) = error {
      job.removeAll()
      raise(signal)
    }
    findings.add(diagnostic(for: error))
    return nil
  }
}

/// Where Tectonic keeps what it has fetched, as it finds the place itself; it runs with another home.
private func tectonicCache(_ environment: [String: String]) -> String? {
  environment["TECTONIC_CACHE_DIR"] ?? environment["XDG_CACHE_HOME"].map { Paths.join($0, "Tectonic") }
    ?? environment["HOME"].map { Paths.join($0, ".cache/Tectonic") }
}

/// Writes the PDF to `<output>/<slug>.pdf`, whole or not at all.
/// - Returns: the path written.
func publishPDF(_ pdf: [UInt8], of book: Book, to output: String) throws(BuildFailure) -> String {
  try makeFolder(output)
  let path = Paths.join(output, fileSlug(book.metadata.title) + ".pdf")
  try replaceFile(at: path, with: pdf)
  return path
}

private func diagnostic(for failure: TypesetFailure) -> Diagnostic {
  if case .missing(let what, let remedy) = failure {
    return Diagnostic(.error, .texMissing, "no PDF was made: \(what) is not installed", help: "run `\(remedy)`")
  }
  let help =
    switch failure {
    case .unsuitable: "name a LuaLaTeX, XeLaTeX or Tectonic with `--engine`, or leave the option out"
    case .diskFull, .folder: "make room, or name a folder on another disk in the environment variable `TMPDIR`"
    default: "`--to latex` writes the files that TeX was given"
    }
  return Diagnostic(.error, .texStopped, "no PDF was made: \(failure)", help: help)
}

extension LaTeXFonts {
  /// The fonts of the design that the machine has not; nil when none is missing. Those of a theme stand for them.
  var missing: Diagnostic? {
    let wanted = [
      (body == nil, "TeX Gyre Pagella", "fonts-texgyre"), (mono == nil, "JetBrains Mono", "fonts-jetbrains-mono"),
      (math == nil, "TeX Gyre Pagella Math", "fonts-texgyre-math"),
    ].filter(\.0)
    guard !wanted.isEmpty else { return nil }
    let verb = wanted.count == 1 ? "is" : "are"
    return Diagnostic(
      .error, .fontMissing, "no PDF was made: \(wanted.map(\.1).joined(separator: ", ")) \(verb) not installed",
      help: "run `sudo apt-get install --no-install-recommends \(wanted.map(\.2).joined(separator: " "))`")
  }
}

/// Where things are kept between builds; nothing is where the options name no folder.
private struct Caches {
  /// What TeX has read of fonts, for all books.
  private(set) var fonts: String?
  /// What the last build of this book has left.
  private(set) var edition: DiskFolder?
  private var editions: EditionCache?

  init(_ options: BuildOptions, of book: Book) {
    guard let folder = options.cacheFolder, (try? makeFolder(folder)) != nil, let root = realpath(folder, nil),
      let output = realpath(options.output, nil)
    else { return }
    defer { free(root) }
    defer { free(output) }
    let place = String(cString: root)
    fonts = (try? DiskFolder(path: Paths.join(place, "tex")))?.path
    let cache = EditionCache(folder: Paths.join(place, "editions"))
    edition = cache.edition(of: book.metadata.title, output: String(cString: output))
    editions = cache
  }

  /// Keeps the editions of all books within bounds.
  func prune() {
    if let editions, let edition { editions.prune(keeping: edition) }
  }
}

private func reportUnkept(_ failure: TypesetFailure, findings: inout Findings) {
  findings.note(
    .cacheUnusable, "the page numbers were not kept for the next build: \(failure)",
    help: "name another folder with `--cache`, or none with `--no-cache`")
}
