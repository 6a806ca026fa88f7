import BookModel
import SourceText

/// What a caller may choose about finding and arranging a book.
package struct DiscoveryOptions: Sendable {
  /// Whether pages marked `draft: true` are in the book.
  package var includesDrafts: Bool
  /// The name of the handbook's root folder: the book's title where nothing else names one.
  package var folderName: String
  /// The locale of the site the book is made in; nil for the one `book.yml` names, else the site's default.
  package var locale: String?
  /// The version of the docs the book is made of, by its name or label; nil for the one the site serves first.
  package var version: String?

  package init(
    includesDrafts: Bool = false, folderName: String = "Handbook", locale: String? = nil, version: String? = nil
  ) {
    self.includesDrafts = includesDrafts
    self.folderName = folderName
    self.locale = locale
    self.version = version
  }
}

/// The plan of a book: which files are its pages, and what its settings say of their order.
package struct Discovery: Sendable {
  package var metadata: Metadata
  package var site: Site
  /// What `book.yml` says of tabs and components.
  package var choices = BookChoices()
  /// The settings that were read, with the numbers their diagnostics refer to; the pages are added after them.
  package var files: SourceFiles
  /// The folder of `book.yml`; the handbook's root where there is none.
  package var settingsFolder = ""
  /// The pages to read, in byte order of their paths in each docs folder.
  package var pages: [PageFile]
  var plans: [DocsPlan]
  var options: DiscoveryOptions
}

/// One page that is to be read.
package struct PageFile: Equatable, Sendable {
  /// Relative to the handbook's root.
  package var path: String
  /// The docs instance it belongs to: a place in `Site.docs`.
  package var instance: Int
}

/// One docs folder as its settings want it arranged.
struct DocsPlan: Sendable {
  var instance: DocsInstance
  /// Where the instance's pages are published: `/handbook/docs`.
  var address: String
  /// The parts of the address for the versions that are not in the book.
  var otherVersions: [String]
  var prefixes: NumberPrefixes
  /// nil for the one that is made of the folder.
  var sidebars: [Sidebar]?
  var sidebarFile: FileID?
  /// By the folder's path in the docs folder, number prefixes kept; empty for the docs folder itself.
  var categories: [String: CategoryMetadata]
  /// Paths relative to the docs folder, in byte order, each with its path from the root.
  var pages: [(relative: String, path: String)]
  /// What the site's translators made of the sidebars' labels.
  var translations = Translations()
  /// The language of pages that nobody has translated, where the book is not in the site's default locale.
  var fallbackLanguage: String?
  /// nil for a Docusaurus site.
  var plainKind: PlainSite.Kind?
}

/// A sidebar with its name.
struct Sidebar: Equatable, Sendable {
  var name: String
  var items: [SidebarItem]
}
