import BookModel
import SourceText

/// A page as its site knows it (Docusaurus: `docs.ts` of plugin-content-docs).
struct DocEntry {
  var page: Page
  /// Relative to the docs folder, number prefixes kept.
  var relative: String
  /// Without number prefixes: `guides/install`.
  var id: String
  var position: Double?
  var permalink: String
  var title: String
  var showsTitle: Bool
  var description: String
  /// nil for the book's.
  var language: String?
  var isDraft: Bool
  var isUnlisted: Bool
  /// Whether the page stands for its folder: `index`, `readme`, or the folder's own name.
  var isCategoryIndex: Bool

  var sidebarLabel: String? { (page.frontMatter["sidebar_label"] ?? page.frontMatter["linkTitle"])?.scalarText }
  /// The last part of the id.
  var localID: String { Paths.name(of: id) }
  var folder: String { Paths.folder(of: relative) }

  init(page: Page, relative: String, plan: DocsPlan, findings: inout Findings) {
    self.page = page
    self.relative = relative
    let fields = page.frontMatter
    let stripsPrefixes = fields["parse_number_prefixes"]?.bool ?? true
    let fileName = Paths.stem(of: relative)
    let folder = Paths.folder(of: relative)
    let name = stripsPrefixes ? plan.prefixes.parse(fileName) : NumberPrefixes.Name(text: fileName)
    let idFolder = stripsPrefixes ? plan.prefixes.strip(folder) : folder
    let baseID = DocEntry.baseID(of: page, fileName: name.text, findings: &findings)
    id = Paths.join(idFolder, baseID)
    isCategoryIndex = DocEntry.isIndex(fileName, folder: folder, kind: plan.plainKind)
    position =
      fields["sidebar_position"]?.number ?? fields["sidebar_position"]?.string.flatMap(Double.init)
      ?? name.number ?? DocEntry.plainPosition(fields, isFirst: isCategoryIndex && folder.isEmpty, plan.plainKind)
    let slug = DocEntry.slug(
      fields["slug"]?.scalarText, baseID: baseID, folder: idFolder, isCategoryIndex: isCategoryIndex)
    permalink = Address.join(plan.address, slug)
    let contents = PageContents(page.blocks)
    title = fields["title"]?.scalarText ?? contents.title ?? baseID
    showsTitle = !contents.hasTitle && fields["hide_title"]?.bool != true && !title.isEmpty
    description = fields["description"]?.scalarText ?? contents.excerpt ?? ""
    language = plan.isFallback(page.path) ? plan.fallbackLanguage : nil
    isDraft = fields["draft"]?.bool ?? false
    isUnlisted = fields["unlisted"]?.bool ?? false
  }

  private static func baseID(of page: Page, fileName: String, findings: inout Findings) -> String {
    guard let field = page.frontMatter.field("id"), let id = field.value.scalarText, !id.isEmpty else {
      return fileName
    }
    guard id.contains("/") else { return id }
    findings.error(
      .pageInvalidID, "the id `\(id)` has a slash", at: field.range,
      notes: ["the file's name is its id instead"], help: "use `slug` to change a page's address")
    return fileName
  }

  /// Hugo's `weight`, and before all others the page that opens a handbook that is no Docusaurus site.
  private static func plainPosition(_ fields: FrontMatter, isFirst: Bool, _ kind: PlainSite.Kind?) -> Double? {
    guard kind != nil else { return nil }
    return isFirst ? -Double.greatestFiniteMagnitude : fields["weight"]?.number
  }

  private static func isIndex(_ fileName: String, folder: String, kind: PlainSite.Kind?) -> Bool {
    let name = fileName.lowercased()
    if kind == .hugo, name == "_index" { return true }
    return name == "index" || name == "readme" || (!folder.isEmpty && name == Paths.name(of: folder).lowercased())
  }

  /// Docusaurus: `slug.ts`. An empty slug counts as none.
  private static func slug(_ written: String?, baseID: String, folder: String, isCategoryIndex: Bool) -> String {
    let base = folder.isEmpty ? "/" : "/\(folder)/"
    guard let written, !written.isEmpty else {
      return isCategoryIndex ? base : Address.resolve(baseID, in: base)
    }
    return written.hasPrefix("/") ? written : Address.resolve(written, in: base)
  }
}
