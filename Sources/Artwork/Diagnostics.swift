import SourceText

extension DiagnosticID {
  package static let artworkLibraryMissing = DiagnosticID("artwork-library-missing")
  package static let diagramSyntax = DiagnosticID("diagram-syntax")
  package static let diagramUndrawn = DiagnosticID("diagram-undrawn")
  package static let mathUnreadable = DiagnosticID("math-unreadable")
  package static let mathUndrawn = DiagnosticID("math-undrawn")
  package static let mathNotPrintable = DiagnosticID("math-not-printable")
  package static let codeUncoloured = DiagnosticID("code-uncoloured")
  package static let imageAnimated = DiagnosticID("image-animated")
  package static let imageMadeSmaller = DiagnosticID("image-made-smaller")
  package static let imageUnreadable = DiagnosticID("image-unreadable")
  package static let imageLibraryMissing = DiagnosticID("image-library-missing")
}
