import SourceText

extension DiagnosticID {
  package static let pageUnreadable = DiagnosticID("page-unreadable")
  package static let themeUnreadable = DiagnosticID("theme-unreadable")
  package static let coverUnusable = DiagnosticID("cover-unusable")
  package static let cacheUnusable = DiagnosticID("cache-unusable")
  package static let remoteUnreachable = DiagnosticID("remote-unreachable")
  package static let texMissing = DiagnosticID("tex-missing")
  package static let texStopped = DiagnosticID("tex-stopped")
  package static let fontMissing = DiagnosticID("font-missing")
}
