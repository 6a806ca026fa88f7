import BookModel
import BookPasses
import SiteReader
import SourceText

/// Looks at every component of a handbook that is the site's own: how often it is used, where, and what a book makes
/// of it. Nothing is written.
/// - Throws: `BuildFailure` when the machine fails us. What is wrong with the handbook stands in the report.
public func audit(
  _ options: BuildOptions, progress: @Sendable (String) -> Void
) throws(BuildFailure) -> AuditReport {
  let world = try openHandbook(options.path)
  let workers = options.workers
  var findings = Findings()

  progress("Looking at the handbook")
  let discovery = try discoverHandbook(options, in: world, findings: &findings)
  var files = discovery.files

  progress("Reading \(discovery.pages.count) pages")
  let pages = readPages(
    discovery.pages.map(\.path), site: discovery.site, in: world, files: &files, workers: workers, findings: &findings)
  let assembled = assemble(discovery, pages: pages, findings: &findings)
  let imports = readImports(of: assembled, in: world, files: &files, workers: workers, findings: &findings)

  progress("Looking at components")
  var uses: [ComponentUse] = []
  _ = lower(
    assembled, imports: imports, rules: discovery.choices.components, scripts: makeScriptEngine, workers: workers,
    uses: &uses, findings: &findings)
  return AuditReport(
    uses: uses, rules: discovery.choices.components, files: files, diagnostics: options.policy.apply(to: findings))
}
