import SourceText

extension DiagnosticID {
  package static let imageAnimated = DiagnosticID("image-animated")
  package static let imageMadeSmaller = DiagnosticID("image-made-smaller")
  package static let imageUnreadable = DiagnosticID("image-unreadable")
  package static let imageLibraryMissing = DiagnosticID("image-library-missing")
}
