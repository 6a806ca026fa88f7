import BookModel

/// What a user asks for on the command line.
public struct BuildOptions: Sendable {
  /// A Docusaurus site, a docs folder, or a folder with a `book.yml`.
  public var path: String
  /// The folder the books are written to; made when it is not there.
  public var output: String
  public var formats: Set<OutputFormat> = [.epub]
  /// A folder of templates; nil for the one beside the handbook, where there is one.
  public var templates: String?
  /// What is asked of the printed edition.
  public var print = PrintOptions()
  /// Whether drafts are in the book.
  public var includesDrafts = false
  /// The one tab of a group that the edition shows; it overrules `tabs` of `book.yml`.
  public var tabs: [(group: String, value: String)] = []
  /// The site's locale the book is made in; nil for the one `book.yml` names, else the site's default.
  public var locale: String?
  /// The version of the docs the book is made of; nil for the one the site serves first.
  public var docVersion: String?
  /// Whether pictures on the network are fetched.
  public var fetchesRemote = false
  /// How many threads may work at once. The output does not depend on it.
  public var workers: Int
  /// The folder where artwork, page numbers and what TeX has read of fonts are kept from build to build; nil to keep
  /// none. Books are the same with it and without.
  public var cacheFolder: String?
  public var policy = DiagnosticPolicy()
  /// The TeX engine's program: a name, or an absolute path.
  public var engine = "lualatex"
  /// Variables the build may look at: `SOURCE_DATE_EPOCH`, and for TeX `PATH`, `TMPDIR` and where Tectonic's cache is.
  public var environment: [String: String] = [:]

  public init(path: String, output: String, workers: Int) {
    self.path = path
    self.output = output
    self.workers = workers
  }

  /// Where artwork is kept unless a user says otherwise; nil where the environment names no home.
  public static func defaultCacheFolder(environment: [String: String]) -> String? {
    ArtworkCache.defaultFolder(environment: environment)
  }

  var tabChoices: [TabChoice] { tabs.map { TabChoice(group: $0.group, value: $0.value) } }
}

/// A kind of book.
public enum OutputFormat: String, Sendable, CaseIterable {
  case epub, pdf, latex
  /// An EPUB for old readers and Kindle, in which formulas and drawings are pictures.
  case legacyEPUB = "epub-legacy"
}
