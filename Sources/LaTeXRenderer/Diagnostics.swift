import SourceText

extension DiagnosticID {
  package static let letterWithoutFont = DiagnosticID("letter-without-font")
  package static let pictureNotPrintable = DiagnosticID("picture-not-printable")
  package static let tableStacked = DiagnosticID("table-stacked")
  /// The same as in the EPUB: an author hears of it once.
  static let mathAsCode = DiagnosticID("math-as-tex")
  static let diagramNotDrawn = DiagnosticID("diagram-as-listing")
}
