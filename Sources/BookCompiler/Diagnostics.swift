import SourceText

extension DiagnosticID {
  package static let pageUnreadable = DiagnosticID("page-unreadable")
  package static let themeUnreadable = DiagnosticID("theme-unreadable")
  package static let coverUnusable = DiagnosticID("cover-unusable")
  package static let remoteUnreachable = DiagnosticID("remote-unreachable")
}
