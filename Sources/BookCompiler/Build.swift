import BookModel
import BookPasses
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
  let imprint = Deferred(workers: workers) { [metadata = discovery.metadata] in
    Imprint(of: metadata, cover: look.theme.cover, in: world)
  }

  progress("Reading \(discovery.pages.count) pages")
  let pages = readPages(
    discovery.pages.map(\.path), site: discovery.site, in: world, files: &files, workers: workers, findings: &findings)
  let assembled = assemble(discovery, pages: pages, findings: &findings)
  let partials = readPartials(importedBy: assembled, in: world, files: &files, workers: workers, findings: &findings)

  progress("Resolving links and pictures")
  let lowered = embedDiagrams(
    in: lower(assembled, partials: partials, workers: workers, findings: &findings), world: world, files: files,
    workers: workers, findings: &findings)
  let artwork = Deferred(workers: workers) { [files] in Artworks(of: lowered, files: files, workers: workers) }
  let numbered = number(lowered, workers: workers, findings: &findings)
  let fetched = options.fetchesRemote ? fetchPictures(of: numbered, workers: workers, findings: &findings) : [:]
  let book = resolve(
    numbered, world: world, files: files, fetched: fetched, workers: workers, findings: &findings)
  check(book, workers: workers, findings: &findings)

  let illustrations = artwork.value().take(&findings)

  var written: [String] = []
  if options.formats.contains(.epub) {
    progress("Binding \(book.book.metadata.title)")
    let epub = try bindEPUB(
      book, imprint: imprint.value(), look: look, illustrations: illustrations, options: options, findings: &findings)
    written.append(try publish(epub, of: book.book, to: options.output))
  }
  return BuildReport(written: written, diagnostics: options.policy.apply(to: findings), files: files)
}
