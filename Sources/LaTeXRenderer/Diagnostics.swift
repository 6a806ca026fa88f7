import SourceText

extension DiagnosticID {
  package static let letterWithoutFont = DiagnosticID("letter-without-font")
  package static let pictureNotPrintable = DiagnosticID("picture-not-printable")
  package static let tableStacked = DiagnosticID("table-stacked")
}
