import BookModel

/// What a caller decides about the LaTeX edition, beside the book itself.
package struct LaTeXOptions: Sendable {
  package var profile = PrintProfile.screen
  package var paper = Paper.a4
  /// The size of the running text in points.
  package var bodySize = 10.5
  /// Whether parts and chapters begin on right-hand pages; of use in `print` only.
  package var opensOnRecto = false
  /// What the picture of a page reaches over its edge, in millimetres; 0 for none. With it the pages get the boxes
  /// that printers ask for (ISO 32000-1 §14.11.2).
  package var bleed = 0.0
  package var hasCropMarks = false
  /// The palette of the book; nil for an edition in black and grey.
  package var theme: Theme?
  /// The sign of each kind of admonition as a PDF, in its colour; a kind without one has its word alone.
  package var icons: [Admonition.Style: [UInt8]] = [:]
  package var fonts = LaTeXFonts()
  /// Draws an emoji as a PDF, for an engine that cannot set the emoji font; nil for one that can.
  package var emojiPicture: (@Sendable (Character) -> [UInt8]?)?
  /// Whether the fonts that have a folder are put beside the text, so that the edition can be carried elsewhere; else
  /// they are named where they lie on this machine, for a run that follows at once.
  package var carriesFonts = true
  /// The picture of the cover: PNG, JPEG or PDF; nil for a book without one.
  package var cover: Asset?
  /// The picture of the back cover as a PDF, and what it says, for those who do not see it; nil for none.
  package var backCover: (pdf: [UInt8], alternative: String)?
  /// PNG, JPEG or PDF bytes for assets that LaTeX cannot take itself, as SVG, GIF and WebP.
  package var pictures: [AssetID: [UInt8]] = [:]
  /// The date of the edition as the colophon shows it, W3C-DTF; nil for none.
  package var date: String?
  /// The commit the book was made from, as the colophon shows it.
  package var commit: String?
  /// How many threads may render at once; never changes a byte.
  package var workers = 1

  package init() {}
}
