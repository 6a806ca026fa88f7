import BookModel
import BookPasses
import EPUBRenderer
import SiteReader
import SourceText

/// Builds the books of a handbook: the whole way of the data, step by step.
///
/// discover → read → navigate → lower → number → resolve → check → illustrate → render → package. Every step is a function
/// from a value to a value plus findings; only the first two and the last touch the disk.
/// - Parameter progress: told the name of each step as it begins.
/// - Throws: `BuildFailure` when the machine fails us. What is wrong with the handbook stands in the report.
public func build(
  _ options: BuildOptions, progress: @Sendable (String) -> Void
) throws(BuildFailure) -> BuildReport {
  let world = try openHandbook(options.path)
  let workers = options.workers
  var findings = Findings()

  progress("Looking at the handbook")
  let discovery = try discoverHandbook(options, in: world, findings: &findings)
  var files = discovery.files
  let look = try readLook(of: discovery, in: world, options: options, files: &files, findings: &findings)
  let outside = Deferred(workers: workers) { Imprint(of: discovery.metadata, look: look, in: world) }

  progress("Reading \(discovery.pages.count) pages")
  let pages = readPages(
    discovery.pages.map(\.path), site: discovery.site, in: world, files: &files, workers: workers, findings: &findings)
  let assembled = assemble(discovery, pages: pages, findings: &findings)
  let imports = readImports(of: assembled, in: world, files: &files, workers: workers, findings: &findings)

  progress("Resolving links and pictures")
  let lowered = lower(
    assembled, imports: imports, rules: discovery.choices.components, scripts: makeScriptEngine, workers: workers,
    findings: &findings)
  let chosen = choosing(discovery.choices.tabs + options.tabChoices, in: lowered, findings: &findings)
  let drawable = embedDiagrams(in: chosen, world: world, files: files, workers: workers, findings: &findings)
  let artwork = Deferred(workers: workers) { [files] in Artworks(of: drawable, files: files, options: options) }
  let numbered = number(drawable, workers: workers, findings: &findings)
  let quoted = discovery.choices.hasSmartQuotes ? setQuotes(in: numbered, workers: workers) : numbered
  let shown = replaceShortcodes(in: keepLightPictures(in: quoted, workers: workers), workers: workers)
  let fetched = options.fetchesRemote ? fetchPictures(of: shown, workers: workers, findings: &findings) : [:]
  let resolved = resolve(
    shown, world: world, files: files, fetched: fetched, workers: workers, findings: &findings)
  let book = suitingPictures(of: resolved, workers: workers, findings: &findings)
  check(book, workers: workers, findings: &findings)
  let illustrations = artwork.value().take(&findings)
  let imprint = outside.value().take(&findings)

  var written: [String] = []
  var isIncomplete = false
  for (format, form) in [(OutputFormat.epub, EPUBForm.modern), (.legacyEPUB, .legacy)]
  where options.formats.contains(format) {
    progress("Binding \(book.book.metadata.title)" + (form == .legacy ? " for old readers" : ""))
    written.append(
      try publishEPUB(book, imprint, illustrations, form: form, options: options, findings: &findings))
  }
  let print = options.print.over(discovery.choices.print)
  if options.formats.contains(.latex) {
    progress("Setting \(book.book.metadata.title)")
    written.append(try publishLaTeX(book, imprint, illustrations, options: options, print: print, findings: &findings))
  }
  if options.formats.contains(.pdf) {
    progress("Setting \(book.book.metadata.title)")
    let pdf = try typesetPDF(
      book, imprint: imprint, illustrations: illustrations, options: options, print: print, progress: progress,
      findings: &findings)
    if let pdf { written.append(try publishPDF(pdf, of: book.book, to: options.output)) } else { isIncomplete = true }
  }
  return BuildReport(
    written: written, diagnostics: options.policy.apply(to: findings), files: files, isIncomplete: isIncomplete)
}
