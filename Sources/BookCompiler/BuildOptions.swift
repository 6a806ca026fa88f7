/// What a user asks for on the command line.
public struct BuildOptions: Sendable {
  /// A Docusaurus site, a docs folder, or a folder with a `book.yml`.
  public var path: String
  /// The folder the books are written to; made when it is not there.
  public var output: String
  public var formats: Set<OutputFormat> = [.epub]
  /// A folder of templates; nil for the one beside the handbook, where there is one.
  public var templates: String?
  /// Whether drafts are in the book.
  public var includesDrafts = false
  /// Whether pictures on the network are fetched.
  public var fetchesRemote = false
  /// How many threads may work at once. The output does not depend on it.
  public var workers: Int
  public var policy = DiagnosticPolicy()
  /// Variables the build may look at: `SOURCE_DATE_EPOCH`.
  public var environment: [String: String] = [:]

  public init(path: String, output: String, workers: Int) {
    self.path = path
    self.output = output
    self.workers = workers
  }
}

/// A kind of book.
public enum OutputFormat: String, Sendable, CaseIterable {
  case epub
}
