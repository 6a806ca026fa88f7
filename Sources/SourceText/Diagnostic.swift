/// One finding about the author's work, as a value: what is wrong, where, and what to do about it.
///
/// Author mistakes are diagnostics; failures of the environment are thrown; our own bugs trap.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: Int, Sendable, Comparable {
    case note, warning, error
    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  package var severity: Severity
  /// The stable name, documented in `Docs/diagnostics/<id>.md`.
  package var id: DiagnosticID
  /// One sentence without a full stop, in lower case, that says what is wrong.
  package var message: String
  /// Where: nil when the finding is about the whole book.
  package var range: SourceRange?
  /// Further facts, printed as `note:` lines.
  package var notes: [String]
  /// The remedy, printed as a `help:` line.
  package var help: String?

  package init(
    _ severity: Severity, _ id: DiagnosticID, _ message: String, at range: SourceRange? = nil,
    notes: [String] = [], help: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
  }
}

/// The stable name of a kind of diagnostic, such as `link-missing-page`.
///
/// Every room declares its own in an extension of this type, in a file named `Diagnostics.swift`, as
/// `package static let linkMissingPage = DiagnosticID("link-missing-page")`; a tidy test holds each against
/// `Docs/diagnostics/`.
package struct DiagnosticID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
  package static func < (a: DiagnosticID, b: DiagnosticID) -> Bool { a.name < b.name }
}
