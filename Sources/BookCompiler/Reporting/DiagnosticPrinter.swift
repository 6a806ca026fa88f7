import SourceText

/// How diagnostics are written.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// As in rustc: excerpt, caret, notes and help.
  case human
  /// One line each: `path:line:column: severity[id]: message`.
  case short
  /// One JSON object a line.
  case json
}

/// Diagnostics as text, in one of the formats.
///
/// In the human format at most `limit` diagnostics of one id that are no errors are written out; a line says how
/// many more there are. The other formats are for programs and hold every one.
struct DiagnosticPrinter {
  var format: DiagnosticFormat
  var colors: Bool
  /// 0 writes out every diagnostic.
  var limit: Int
  var files: SourceFiles

  func print(_ diagnostics: [Diagnostic]) -> String {
    var tables: [FileID: LineTable] = [:]
    var counts: [DiagnosticID: Int] = [:]
    var hidden: [DiagnosticID: Int] = [:]
    var text = ""
    for diagnostic in diagnostics {
      counts[diagnostic.id, default: 0] += 1
      let isShown = format != .human || limit == 0 || diagnostic.severity == .error || counts[diagnostic.id]! <= limit
      guard isShown else {
        hidden[diagnostic.id, default: 0] += 1
        continue
      }
      let place = place(of: diagnostic, tables: &tables)
      switch format {
      case .human: text += human(diagnostic, at: place)
      case .short: text += short(diagnostic, at: place)
      case .json: text += json(diagnostic, at: place)
      }
    }
    return text + remainder(hidden)
  }

  /// Where a diagnostic points, with lines and columns.
  struct Place {
    var file: SourceFile
    var start: SourcePosition
    var end: SourcePosition
    var line: Range<Int>
    var marked: Range<Int>
  }

  private func place(of diagnostic: Diagnostic, tables: inout [FileID: LineTable]) -> Place? {
    guard let range = diagnostic.range, let file = files[range.file] else { return nil }
    let table = tables[range.file] ?? LineTable(file.bytes)
    tables[range.file] = table
    let start = table.position(of: range.start)
    return Place(
      file: file, start: start, end: table.position(of: range.end), line: table.range(ofLine: start.line),
      marked: range.offsets)
  }

  private func human(_ diagnostic: Diagnostic, at place: Place?) -> String {
    let name = diagnostic.severity.name
    var text =
      paint("\(name)[\(diagnostic.id)]", as: diagnostic.severity) + bold(": \(plain(diagnostic.message))") + "\n"
    let gutter = String(repeating: " ", count: place.map { String($0.start.line).count } ?? 1)
    if let place {
      let excerpt = Excerpt(line: place.line, marked: place.marked, in: place.file.bytes)
      let bar = faint("\(gutter) |")
      text += "\(gutter)\(faint("-->")) \(plain(place.file.path)):\(place.start.line):\(place.start.column)\n\(bar)\n"
      text += "\(faint("\(place.start.line) |")) \(excerpt.text)\n\(bar) "
      let caret =
        String(repeating: " ", count: excerpt.indent)
        + paint(String(repeating: "^", count: excerpt.width), as: diagnostic.severity)
      text += caret + "\n"
    }
    for note in diagnostic.notes { text += "\(gutter) \(faint("=")) \(bold("note")): \(plain(note))\n" }
    if let help = diagnostic.help { text += "\(gutter) \(faint("=")) \(bold("help")): \(plain(help))\n" }
    return text + "\n"
  }

  private func short(_ diagnostic: Diagnostic, at place: Place?) -> String {
    let head = place.map { "\($0.file.path):\($0.start.line):\($0.start.column): " } ?? ""
    return plain("\(head)\(diagnostic.severity.name)[\(diagnostic.id)]: \(diagnostic.message)") + "\n"
  }

  /// What was not written out, an id a line, in the order of the ids.
  private func remainder(_ hidden: [DiagnosticID: Int]) -> String {
    let lines = hidden.sorted { $0.key < $1.key }.map { id, count in
      faint("… and \(count) more of [\(id)] (`--limit 0` writes out all)") + "\n"
    }
    return lines.isEmpty ? "" : lines.joined() + "\n"
  }

  /// Text of the author's without control characters, which could rewrite the terminal.
  private func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}

extension DiagnosticPrinter {
  private func paint(_ text: String, as severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: escape("1;31", text)
    case .warning: escape("1;33", text)
    case .note: escape("1;36", text)
    }
  }

  private func bold(_ text: String) -> String { escape("1", text) }
  private func faint(_ text: String) -> String { escape("34", text) }

  private func escape(_ code: String, _ text: String) -> String {
    colors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension Diagnostic.Severity {
  /// The word in print.
  package var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
