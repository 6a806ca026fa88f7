import BookModel
import SourceText

/// The book of a plan and its pages: chapters with their ids, addresses, titles and labels, in the order of the
/// sidebars (`dialect.md` §3.2, 3.3 and 3.6; Docusaurus's plugin-content-docs).
///
/// - Parameter pages: as they were read, in any order; one that `discovery` does not name is left out.
package func assemble(_ discovery: Discovery, pages: [Page], findings: inout Findings) -> Book {
  let byPath = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  var assembly = Assembly(discovery: discovery)
  for plan in discovery.plans { assembly.add(plan, pages: byPath) }
  assembly.addAppendix()
  if discovery.plans.contains(where: { $0.plainKind == .hugo || $0.plainKind == .mdBook }) {
    reportShortcodes(pages, findings: &assembly.findings)
  }
  findings.append(assembly.findings)
  return Book(
    metadata: discovery.metadata, site: assembly.site, outline: assembly.outline, chapters: assembly.chapters)
}

/// The state of one assembly.
struct Assembly {
  let discovery: Discovery
  var site: Site
  var outline: [OutlineNode] = []
  var chapters: [Chapter] = []
  var findings = Findings()
  private var orphans: [DocEntry] = []
  private var addresses: [String: String] = [:]

  init(discovery: Discovery) {
    self.discovery = discovery
    site = discovery.site
  }

  mutating func add(_ plan: DocsPlan, pages: [String: Page]) {
    let all = plan.pages.compactMap { file in
      pages[file.path].map { DocEntry(page: $0, relative: file.relative, plan: plan, findings: &findings) }
    }
    let entries = all.filter { !isLeftOut($0) }
    let absent = Set(all.filter { isLeftOut($0) }.map(\.id))
    reportDuplicates(entries)
    let file = plan.sidebarFile.flatMap { discovery.files[$0] }
    var contents = Contents(plan: plan, entries: entries, absent: absent, sidebarFile: file)
    let nodes = contents.nodes()
    findings.append(contents.findings)
    var builder = OutlineBuilder(plan: plan, entries: entries, chapters: chapters)
    outline += builder.outline(of: nodes)
    chapters = builder.chapters
    orphans += contents.orphans().map { entries[$0] }
  }

  /// Drafts are not in production (dialect §3.6); their addresses are known to be the site's.
  private mutating func isLeftOut(_ entry: DocEntry) -> Bool {
    guard entry.isDraft, !discovery.options.includesDrafts else { return false }
    if site.otherPermalinks.insert(entry.permalink).inserted {
      findings.note(
        .pageDraft, "the page is a draft and not in the book", at: entry.page.frontMatter.field("draft")?.range,
        help: "`--drafts` puts drafts in the book")
    }
    return true
  }

  private mutating func reportDuplicates(_ entries: [DocEntry]) {
    var ids: [String: String] = [:]
    for entry in entries {
      let place = SourceRange(file: entry.page.file, start: 0, end: 0)
      if let first = ids.updateValue(entry.page.path, forKey: entry.id) {
        findings.warning(.pageDuplicateID, "the id `\(entry.id)` is also that of `\(first)`", at: place)
      }
      if let first = addresses.updateValue(entry.page.path, forKey: entry.permalink) {
        findings.warning(
          .pageDuplicateAddress, "the address `\(entry.permalink)` is also that of `\(first)`", at: place,
          help: "give one of the pages a `slug` of its own")
      }
    }
  }

  /// The pages that no sidebar names, behind everything else.
  mutating func addAppendix() {
    guard !orphans.isEmpty else { return }
    var children: [OutlineNode] = []
    for entry in orphans {
      let id = ChapterID(chapters.count)
      chapters.append(Chapter(entry, id: id, label: nil, description: nil))
      children.append(.chapter(id))
    }
    outline.append(.division(Division(role: .appendix, label: discovery.metadata.words.appendix, children: children)))
    let unlisted = orphans.count { $0.isUnlisted }
    let rest = orphans.count - unlisted
    if rest > 0 {
      findings.note(
        .pageOutsideSidebars, "no sidebar names \(rest) of the pages; they stand in the appendix",
        notes: orphans.filter { !$0.isUnlisted }.map(\.page.path))
    }
    for entry in orphans where entry.isUnlisted {
      findings.note(
        .pageUnlisted, "the page is unlisted and stands in the appendix",
        at: entry.page.frontMatter.field("unlisted")?.range)
    }
  }
}

extension Chapter {
  /// - Parameter label: the sidebar's; the page's own `sidebar_label` wins over it.
  init(_ entry: DocEntry, id: ChapterID, label: String?, description: String?) {
    self.init(
      id: id, path: entry.page.path, file: entry.page.file, frontMatter: entry.page.frontMatter, docID: entry.id,
      permalink: entry.permalink, title: entry.title, showsTitle: entry.showsTitle,
      label: entry.sidebarLabel ?? label ?? entry.title, description: description ?? entry.description,
      blocks: entry.page.blocks, footnotes: entry.page.footnotes)
    language = entry.language
  }
}
