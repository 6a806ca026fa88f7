import BookModel
import Templates

/// What a caller decides about an EPUB, beside the book itself.
package struct EPUBOptions: Sendable {
  /// The picture of the cover; nil for a book without one.
  package var cover: Asset?
  /// The time of the last change, in UTC as `2026-03-31T12:00:00Z` (EPUB 3.3 §5.5.6, `dcterms:modified`).
  package var modified: String
  /// The commit the book was made from, as the colophon shows it; nil when there is none.
  package var commit: String?
  /// Colours, and which fonts are for what.
  package var theme = Theme.standard
  /// The style sheet, the icons and the pages that are made from templates.
  package var templates = Templates.standard
  /// The font files that the book carries.
  package var fonts: [CarriedFont] = []
  /// Whether formulas and drawings are pictures.
  package var form = EPUBForm.modern
  /// How many threads may render at once; never changes a byte.
  package var workers = 1
  /// The conformance to claim in `dcterms:conformsTo`, exactly as the EPUB Accessibility specification words it
  /// (1.1 §3.5.2); nil, the default, as long as no check has passed.
  package var conformance: String?
  /// The bytes above which a chapter is divided into several files at its headings.
  package var documentLimit = 300_000

  package init(cover: Asset? = nil, modified: String, commit: String? = nil, workers: Int = 1) {
    self.cover = cover
    self.modified = modified
    self.commit = commit
    self.workers = workers
  }
}

/// Which readers an EPUB is made for.
package enum EPUBForm: Sendable {
  /// Those of EPUB 3: formulas are MathML, drawings SVG with text.
  case modern
  /// Old ones and those of Kindle, which know neither: both are PNG, sized with the letters.
  case legacy
}
