import SourceText

/// A book: what the passes work on and, once resolved, what renderers render.
package struct Book: Sendable {
  package var metadata: Metadata
  package var site: Site
  /// Parts, sections and chapters in reading order.
  package var outline: [OutlineNode]
  /// In reading order; a chapter's id is its index.
  package var chapters: [Chapter]
  package var assets: [Asset]

  package init(
    metadata: Metadata, site: Site = Site(), outline: [OutlineNode], chapters: [Chapter], assets: [Asset] = []
  ) {
    self.metadata = metadata
    self.site = site
    self.outline = outline
    self.chapters = chapters
    self.assets = assets
  }

  package subscript(id: ChapterID) -> Chapter { chapters[id.index] }
  package subscript(id: AssetID) -> Asset { assets[id.index] }
}

/// A place in `Book.chapters`.
package struct ChapterID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

/// A place in `Book.assets`.
package struct AssetID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

/// A node of the contents.
package indirect enum OutlineNode: Equatable, Sendable {
  case chapter(ChapterID)
  case division(Division)
}

/// A sidebar category as the book sees it: a part at the top level, a section below.
package struct Division: Equatable, Sendable {
  package enum Role: Equatable, Sendable {
    case part
    case section
    /// The pages that no sidebar names.
    case appendix
  }
  package var role: Role
  package var label: String
  /// The page that opens it: the category's linked page or its generated index. It stands in no child.
  package var opening: ChapterID?
  package var children: [OutlineNode]

  package init(role: Role, label: String, opening: ChapterID? = nil, children: [OutlineNode]) {
    self.role = role
    self.label = label
    self.opening = opening
    self.children = children
  }
}

/// One page of the handbook in its place in the book.
package struct Chapter: Equatable, Sendable {
  package var id: ChapterID
  /// The file's path relative to the handbook's root; for a generated index, the folder or label it is made of.
  package var path: String
  /// nil for a generated index.
  package var file: FileID?
  package var frontMatter: FrontMatter
  /// Docusaurus's id of the page, without number prefixes: `guides/install`.
  package var docID: String
  /// The address on the site, from the site's root with `baseUrl`: `/handbook/docs/guides/install`.
  package var permalink: String
  /// The page's title as plain text (Docusaurus: front matter, else first heading, else the file's name).
  package var title: String
  /// Whether `title` is to be shown over the page: the page has no H1 of its own and `hide_title` is not set.
  package var showsTitle: Bool
  /// The title in the contents.
  package var label: String
  /// For lists of links; empty when the page gives none.
  package var description: String
  /// The page's language as a BCP 47 tag, where it is not the book's: a page that nobody has translated.
  package var language: String?
  package var blocks: [Block]
  package var footnotes: [Footnote]

  package init(
    id: ChapterID, path: String, file: FileID? = nil, frontMatter: FrontMatter = FrontMatter(), docID: String,
    permalink: String, title: String, showsTitle: Bool, label: String, description: String = "",
    blocks: [Block], footnotes: [Footnote] = []
  ) {
    self.id = id
    self.path = path
    self.file = file
    self.frontMatter = frontMatter
    self.docID = docID
    self.permalink = permalink
    self.title = title
    self.showsTitle = showsTitle
    self.label = label
    self.description = description
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

/// A file the book carries along: a picture, or a download that a link leads to.
package struct Asset: Equatable, Sendable {
  /// Relative to the handbook's root.
  package var path: String
  /// A MIME type: `image/png`.
  package var mediaType: String
  package var bytes: [UInt8]
  /// In pixels; nil when the format is not a picture's or could not be read.
  package var size: PixelSize?
  /// How many pixels the file has for each pixel of `size`: more than one where a drawing was made a picture of.
  package var density = 1.0
  /// Whether it is a picture that a page shows, and not only what a link leads to.
  package var isShown = false
  /// Where it is shown first.
  package var shownAt: SourceRange?

  package init(path: String, mediaType: String, bytes: [UInt8], size: PixelSize? = nil, isShown: Bool = false) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
    self.size = size
    self.isShown = isShown
  }

  /// No picture any more: a renderer shows its text.
  package var leftOut: Asset {
    var asset = self
    asset.mediaType = "application/octet-stream"
    asset.bytes = []
    return asset
  }
}

package struct PixelSize: Equatable, Sendable {
  package var width: Int
  package var height: Int
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
