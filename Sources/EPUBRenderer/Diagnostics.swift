import SourceText

extension DiagnosticID {
  package static let diagramAsListing = DiagnosticID("diagram-as-listing")
  package static let mathAsTeX = DiagnosticID("math-as-tex")
  package static let linkInvalidAddress = DiagnosticID("link-invalid-address")
  package static let downloadLeftOut = DiagnosticID("download-left-out")
}
