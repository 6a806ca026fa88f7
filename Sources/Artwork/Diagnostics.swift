import SourceText

extension DiagnosticID {
  package static let artworkLibraryMissing = DiagnosticID("artwork-library-missing")
  package static let diagramInvalid = DiagnosticID("diagram-invalid")
  package static let mathUnreadable = DiagnosticID("math-unreadable")
  package static let mathNotPrintable = DiagnosticID("math-not-printable")
  package static let codeUncoloured = DiagnosticID("code-uncoloured")
}
