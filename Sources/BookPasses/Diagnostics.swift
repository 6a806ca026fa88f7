import SourceText

/// What lowering finds.
extension DiagnosticID {
  package static let directiveUnknown = DiagnosticID("directive-unknown")
  package static let componentUnknown = DiagnosticID("component-unknown")
  package static let componentDropped = DiagnosticID("component-dropped")
  package static let expressionUnread = DiagnosticID("expression-unread")
  package static let partialMissing = DiagnosticID("partial-missing")
  package static let partialCycle = DiagnosticID("partial-cycle")
  package static let tabUnknown = DiagnosticID("tab-unknown")
  package static let tabLeftOut = DiagnosticID("tab-left-out")
  package static let htmlScript = DiagnosticID("html-script")
  package static let htmlForm = DiagnosticID("html-form")
  package static let htmlEmbedded = DiagnosticID("html-embedded")
  package static let htmlDrawing = DiagnosticID("html-drawing")
  package static let htmlUnknown = DiagnosticID("html-unknown-element")
  package static let htmlUnbalanced = DiagnosticID("html-unbalanced")
}

/// What numbering finds.
extension DiagnosticID {
  package static let idDuplicate = DiagnosticID("id-duplicate")
  package static let footnoteUnused = DiagnosticID("footnote-unused")
}

/// What resolving finds.
extension DiagnosticID {
  package static let linkMissingPage = DiagnosticID("link-missing-page")
  package static let linkMissingAnchor = DiagnosticID("link-missing-anchor")
  package static let linkMissingFile = DiagnosticID("link-missing-file")
  package static let linkOutsideBook = DiagnosticID("link-outside-book")
  package static let linkCase = DiagnosticID("link-case")
  package static let linkUnsafe = DiagnosticID("link-unsafe")
  package static let imageMissing = DiagnosticID("image-missing")
  package static let imageFormat = DiagnosticID("image-format")
  package static let imageUnsafe = DiagnosticID("image-unsafe")
  package static let imageRemote = DiagnosticID("image-remote")
  package static let pathOutside = DiagnosticID("path-outside")
}

/// What the checks find.
extension DiagnosticID {
  package static let imageWithoutAlternative = DiagnosticID("image-without-alternative")
  package static let headingLevelSkipped = DiagnosticID("heading-level-skipped")
  package static let headingEmpty = DiagnosticID("heading-empty")
  package static let linkEmpty = DiagnosticID("link-empty")
  package static let tableWithoutHead = DiagnosticID("table-without-head")
}

/// What every renderer finds: an author hears of it once.
extension DiagnosticID {
  package static let diagramAsListing = DiagnosticID("diagram-as-listing")
  package static let mathAsTeX = DiagnosticID("math-as-tex")
}
