/// The words that the printed book speaks of its own accord, in one language.
///
/// `{n}` stands for a number.
package struct LaTeXWords: Sendable {
  package var contents = "Contents"
  package var colophon = "About this edition"
  package var index = "Index"

  package var note = "Note"
  package var tip = "Tip"
  package var info = "Info"
  package var warning = "Warning"
  package var danger = "Danger"
  package var caution = "Caution"
  package var important = "Important"
  package var success = "Success"

  package var diagram = "Diagram"
  package var image = "Image"
  /// Before the number of a page.
  package var page = "p."
  package var cover = "Cover"

  package var editors = "Edited by"
  package var illustrators = "Illustrated by"
  package var translators = "Translated by"
  package var contributors = "With"
  package var title = "Title"
  package var version = "Version"
  package var commit = "Commit"
  package var date = "Date"
  package var publisher = "Publisher"
  package var identifier = "Identifier"
  package var website = "Website"
  package var fonts = "Fonts"
  package var madeWith = "Made with Handpress."

  package static let english = LaTeXWords()
}
