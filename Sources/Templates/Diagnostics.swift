import SourceText

extension DiagnosticID {
  package static let templateUnknown = DiagnosticID("template-unknown")
  package static let templateUnknownName = DiagnosticID("template-unknown-name")
  package static let templateUnusable = DiagnosticID("template-unusable")
  package static let themeUnknownKey = DiagnosticID("theme-unknown-key")
  package static let themeWrongValue = DiagnosticID("theme-wrong-value")
  package static let themeLowContrast = DiagnosticID("theme-low-contrast")
}
