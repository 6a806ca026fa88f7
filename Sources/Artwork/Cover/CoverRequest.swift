import BookModel
import PangoBinding

/// What a cover is to say. Equal requests give equal pictures.
package struct CoverRequest: Equatable, Sendable {
  package var title: String
  package var subtitle: String?
  /// In the order of the title page.
  package var authors: [String]
  package var publisher: String?
  /// As printed: `2.1`, `Second edition`.
  package var version: String?
  /// A BCP 47 tag; it decides between Chinese, Japanese and Korean shapes of a letter.
  package var language: String
  /// What colours and ornament are drawn from; nil for the title, so that a book keeps its face while its text
  /// grows.
  package var seed: String?
  /// Layout and colours.
  package var style: CoverStyle

  package init(
    title: String, subtitle: String? = nil, authors: [String] = [], publisher: String? = nil,
    version: String? = nil, language: String = "en", seed: String? = nil,
    style: CoverStyle = CoverStyle(design: .mosaic)
  ) {
    self.title = title
    self.subtitle = subtitle
    self.authors = authors
    self.publisher = publisher
    self.version = version
    self.language = language
    self.seed = seed
    self.style = style
  }

  /// For a book without a cover of its own. Authors are the contributors of role `aut`, or all where none is.
  package init(_ metadata: Metadata, style: CoverStyle = CoverStyle()) {
    let authors = metadata.authors.filter { $0.role == "aut" }
    self.init(
      title: metadata.title, subtitle: metadata.subtitle,
      authors: (authors.isEmpty ? metadata.authors : authors).map(\.name), publisher: metadata.publisher,
      version: metadata.version, language: metadata.language, style: style)
  }
}

/// A cover drawn.
package struct Cover: Equatable, Sendable {
  /// A PNG file.
  package var png: [UInt8]
  /// The same as an SVG file of paths alone.
  package var svg: [UInt8]
  package var size: PixelSize
  /// Everything that stands on it, for those who do not see it; in the language of the book.
  package var description: String
  /// Letters that no font has, drawn as boxes; 0 unless the title needs fonts that the machine lacks.
  package var missingLetters: Int
}

/// Why no cover could be drawn: the machine lacks HarfBuzz, or Pango for a script beyond Latin, Greek and
/// Cyrillic.
package struct CoverError: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ cause: TextError) { description = cause.description }
}
