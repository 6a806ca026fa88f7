import SourceText

extension DiagnosticID {
  package static let texError = DiagnosticID("tex-error")
  package static let texOverfull = DiagnosticID("tex-overfull")
  package static let texMissingGlyph = DiagnosticID("tex-missing-glyph")
  package static let pdfUnclaimed = DiagnosticID("pdf-unclaimed")
  package static let texUndefinedReference = DiagnosticID("tex-undefined-reference")
}
