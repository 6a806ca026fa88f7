import SourceText

extension DiagnosticID {
  package static let linkInvalidAddress = DiagnosticID("link-invalid-address")
  package static let downloadLeftOut = DiagnosticID("download-left-out")
}
