import SourceText

/// What the user asked to be stricter or more lenient about: `--deny`, `--allow`, `--warnings-as-errors`.
public struct DiagnosticPolicy: Sendable {
  /// Ids that count as errors.
  public var denied: Set<String> = []
  /// Ids that are not reported; an error stays one.
  public var allowed: Set<String> = []
  public var warningsAreErrors = false

  public init() {}

  /// The findings as they are to be printed: severities changed, allowed ones gone, sorted, each once.
  func apply(to findings: Findings) -> [Diagnostic] {
    findings.sorted().compactMap { diagnostic in
      var diagnostic = diagnostic
      if denied.contains(diagnostic.id.name) || (warningsAreErrors && diagnostic.severity == .warning) {
        diagnostic.severity = .error
      } else if allowed.contains(diagnostic.id.name), diagnostic.severity < .error {
        return nil
      }
      return diagnostic
    }
  }
}
