/// The diagnostics of one step, in the order in which they were found.
///
/// A pass fills its own; `parallelMap` joins those of parallel work in input order, so timing never shows.
package struct Findings: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package var isEmpty: Bool { diagnostics.isEmpty }

  package mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  package mutating func error(
    _ id: DiagnosticID, _ message: String, at range: SourceRange? = nil, notes: [String] = [], help: String? = nil
  ) {
    add(Diagnostic(.error, id, message, at: range, notes: notes, help: help))
  }

  package mutating func warning(
    _ id: DiagnosticID, _ message: String, at range: SourceRange? = nil, notes: [String] = [], help: String? = nil
  ) {
    add(Diagnostic(.warning, id, message, at: range, notes: notes, help: help))
  }

  package mutating func note(
    _ id: DiagnosticID, _ message: String, at range: SourceRange? = nil, notes: [String] = [], help: String? = nil
  ) {
    add(Diagnostic(.note, id, message, at: range, notes: notes, help: help))
  }

  package mutating func append(_ other: Findings) {
    diagnostics.append(contentsOf: other.diagnostics)
  }

  /// Sorted by place, then severity (worst first), id and message; each diagnostic once.
  package func sorted() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return diagnostics.filter { seen.insert($0).inserted }.sorted(by: Findings.precedes)
  }

  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    switch (a.range, b.range) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let left?, let right?) where left != right: return left < right
    default:
      return a.severity == b.severity ? (a.id.name, a.message) < (b.id.name, b.message) : a.severity > b.severity
    }
  }
}
