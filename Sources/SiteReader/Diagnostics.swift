import SourceText

extension DiagnosticID {
  package static let settingsFailed = DiagnosticID("settings-failed")
  package static let settingsUnknownKey = DiagnosticID("settings-unknown-key")
  package static let settingsWrongType = DiagnosticID("settings-wrong-type")
  package static let settingsMalformed = DiagnosticID("settings-malformed")
  package static let settingsIgnored = DiagnosticID("settings-ignored")
  package static let localeUnknown = DiagnosticID("locale-unknown")
  package static let versionUnknown = DiagnosticID("version-unknown")
  package static let translationMissing = DiagnosticID("translation-missing")
  package static let translationWithoutOriginal = DiagnosticID("translation-without-original")
  package static let sidebarMissingPage = DiagnosticID("sidebar-missing-page")
  package static let sidebarMissingFolder = DiagnosticID("sidebar-missing-folder")
  package static let sidebarInvalidItem = DiagnosticID("sidebar-invalid-item")
  package static let sidebarOutsideLink = DiagnosticID("sidebar-outside-link")
  package static let sidebarRepeatedPage = DiagnosticID("sidebar-repeated-page")
  package static let shortcodeKept = DiagnosticID("shortcode-kept")
  package static let pageOutsideSidebars = DiagnosticID("page-outside-sidebars")
  package static let pageDraft = DiagnosticID("page-draft")
  package static let pageUnlisted = DiagnosticID("page-unlisted")
  package static let pageInvalidID = DiagnosticID("page-invalid-id")
  package static let pageDuplicateID = DiagnosticID("page-duplicate-id")
  package static let pageDuplicateAddress = DiagnosticID("page-duplicate-address")
}

/// Why no book can be planned: the environment's fault, not the author's.
package enum SiteError: Error, Equatable, Sendable {
  /// The folder, or a file in it, cannot be read.
  case world(WorldError)
  /// The site's settings are a script, and there is no JavaScriptCore; the remedy names the package.
  case javaScriptMissing(remedy: String)
  /// There is no page under the folder.
  case noPages
}
