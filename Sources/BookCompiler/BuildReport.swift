import SourceText

/// What a build made and what it found.
public struct BuildReport: Sendable {
  /// Paths of the books, in the order of the formats.
  public let written: [String]
  /// As the policy has it, sorted by place, each once.
  let diagnostics: [Diagnostic]
  let files: SourceFiles
  /// Whether a book that was asked for could not be made on this machine; the diagnostics say why.
  public let isIncomplete: Bool

  init(written: [String], diagnostics: [Diagnostic], files: SourceFiles, isIncomplete: Bool = false) {
    self.isIncomplete = isIncomplete
    self.written = written
    self.diagnostics = diagnostics
    self.files = files
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The diagnostics in a format, and for people a line that counts them.
  public func text(as format: DiagnosticFormat, colors: Bool, limit: Int) -> String {
    let printer = DiagnosticPrinter(format: format, colors: colors, limit: limit, files: files)
    return printer.print(diagnostics) + (format == .human ? summary : "")
  }

  /// `2 errors, 1 warning, 160 notes`; empty when there is nothing to report.
  private var summary: String {
    let severities: [Diagnostic.Severity] = [.error, .warning, .note]
    let counts = severities.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.name)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "" : counts.joined(separator: ", ") + "\n"
  }
}
