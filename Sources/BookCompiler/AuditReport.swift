import BookModel
import BookPasses
import SourceText

/// What an audit found.
public struct AuditReport: Sendable {
  /// One component with all its uses.
  struct Entry: Sendable {
    var name: String
    var uses: [ComponentUse]
    /// What became of it, each once, in the order met, with how often.
    var outcomes: [(text: String, count: Int)]
    /// The word a component map may give it.
    var suggestion: String
    var isInMap: Bool
  }

  /// The most used first, equals by name.
  let entries: [Entry]
  let files: SourceFiles
  private let diagnostics: [Diagnostic]

  init(uses: [ComponentUse], rules: [ComponentRule], files: SourceFiles, diagnostics: [Diagnostic]) {
    self.files = files
    self.diagnostics = diagnostics
    var byName: [String: [ComponentUse]] = [:]
    for use in uses.sorted(by: { $0.range < $1.range }) { byName[use.name, default: []].append(use) }
    entries = byName.map { name, uses in
      Entry(
        name: name, uses: uses, outcomes: AuditReport.counted(uses.map(\.outcome)),
        suggestion: AuditReport.counted(uses.map(\.suggestion)).max { $0.count < $1.count }?.text ?? "unwrap",
        isInMap: rules.contains { $0.name == name })
    }.sorted { ($1.uses.count, $0.name) < ($0.uses.count, $1.name) }
  }

  /// Whether the handbook has errors, as the policy sees them.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private static func counted(_ texts: [String]) -> [(text: String, count: Int)] {
    var result: [(text: String, count: Int)] = []
    for text in texts {
      if let index = result.firstIndex(where: { $0.text == text }) {
        result[index].count += 1
      } else {
        result.append((text, 1))
      }
    }
    return result
  }

  /// The errors, in a format.
  public func errors(as format: DiagnosticFormat, colors: Bool) -> String {
    let printer = DiagnosticPrinter(format: format, colors: colors, limit: 0, files: files)
    return printer.print(diagnostics.filter { $0.severity == .error })
  }

  /// The report in a format.
  /// - Parameter limit: how many places of a component are written out; 0 for all.
  public func text(as format: DiagnosticFormat, limit: Int) -> String {
    switch format {
    case .human: people(limit: limit)
    case .short:
      entries.flatMap { entry in entry.uses.map { "\(place(of: $0)): \($0.name): \($0.outcome)\n" } }.joined()
    case .json: entries.map { json($0).json + "\n" }.joined()
    }
  }

  private func people(limit: Int) -> String {
    guard !entries.isEmpty else { return "Every component is one that Handpress knows.\n" }
    return entries.map { section(of: $0, limit: limit) }.joined(separator: "\n") + "\n" + map
  }

  private func section(of entry: Entry, limit: Int) -> String {
    let pages = Set(entry.uses.map(\.range.file)).count
    var lines = ["<\(entry.name)>  \(counted(entry.uses.count, "use")) in \(counted(pages, "file"))"]
    for outcome in entry.outcomes {
      lines.append("  \(outcome.text)" + (entry.outcomes.count > 1 ? ", \(counted(outcome.count, "time"))" : ""))
    }
    let shown = limit == 0 ? entry.uses[...] : entry.uses.prefix(limit)
    lines += shown.map { "  \(place(of: $0))" }
    if shown.count < entry.uses.count { lines.append("  and \(entry.uses.count - shown.count) more") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// A map for book.yml of the components that it does not name yet.
  private var map: String {
    let open = entries.filter { !$0.isInMap }
    guard !open.isEmpty else { return "" }
    let width = open.map(\.name.count).max() ?? 0
    let lines = open.map { entry in
      let padding = String(repeating: " ", count: width - entry.name.count)
      return "  \(entry.name): \(padding)\(entry.suggestion)\n"
    }
    return """
      # For book.yml. A component can become: drop, unwrap, figure, link, admonition, code,
      # {admonition: tip}, or {template: "<p><b>{{title}}</b> {{{children}}}</p>"}.
      components:

      """ + lines.joined()
  }

  private func place(of use: ComponentUse) -> String {
    guard let file = files[use.range.file] else { return "?" }
    let place = LineTable(file.bytes).position(of: use.range.start)
    return "\(file.path):\(place.line):\(place.column)"
  }

  private func json(_ entry: Entry) -> Value {
    .object([
      .init("name", .string(entry.name)), .init("uses", .number(Double(entry.uses.count))),
      .init("suggestion", .string(entry.suggestion)), .init("mapped", .bool(entry.isInMap)),
      .init(
        "places",
        .array(
          entry.uses.map { use in
            .object([.init("place", .string(place(of: use))), .init("outcome", .string(use.outcome))])
          })),
    ])
  }
}
