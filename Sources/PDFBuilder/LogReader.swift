import LaTeXRenderer
import SourceText

/// Turns the engine's complaints into diagnostics at the Markdown that they come from.
func readLog(_ log: Log, of kind: EngineKind, files: [LaTeXFile], findings: inout Findings) {
  let origins = Origins(files)
  for entry in log.entries {
    guard var diagnostic = diagnostic(for: entry) else { continue }
    diagnostic.range = origins.range(of: entry)
    if let file = entry.file, let line = entry.line { diagnostic.notes.append("TeX was at \(file):\(line)") }
    findings.add(diagnostic)
  }
  guard log.pages > 0 else { return }
  guard kind.canTag else { return findings.add(untagged(by: kind)) }
  for standard in PDFStandard.allCases where !log.claims.contains(standard) {
    findings.add(unclaimed(standard, gaps: log.gaps[standard] ?? []))
  }
}

/// That the PDF has no structure, and so keeps no standard that asks for one.
private func untagged(by kind: EngineKind) -> Diagnostic {
  let standards = PDFStandard.allCases.map(\.rawValue).joined(separator: " or ")
  return Diagnostic(
    .note, .pdfUnclaimed, "the PDF is not tagged, and does not say that it keeps \(standards)",
    notes: ["\(kind.rawValue) has made it, and the structure of a book is written by LuaTeX alone"],
    help: "leave `--engine` out where the PDF is to be read aloud or kept in an archive")
}

/// That the PDF is less than it could be, and why.
private func unclaimed(_ standard: PDFStandard, gaps: [String]) -> Diagnostic {
  let shown = gaps.prefix(5)
  let more = gaps.count > shown.count ? ["and \(gaps.count - shown.count) more"] : []
  return Diagnostic(
    .note, .pdfUnclaimed, "the PDF does not say that it keeps \(standard.rawValue)", notes: shown + more,
    help: "mend what is named here, or leave it: the PDF can be read all the same")
}

/// The diagnostic without its place; nil for what is no news.
private func diagnostic(for entry: LogEntry) -> Diagnostic? {
  switch entry.kind {
  case .error(let message, let context):
    if message.contains("Fatal error occurred") { return nil }
    return Diagnostic(
      .error, .texError, "TeX reports: \(message.trimmingFullStop)",
      notes: context.map { ["it had read `\($0)`"] } ?? [],
      help: "look whether the PDF is right here; raw LaTeX is never needed, so this may be a fault of Handpress")
  case .overfull(let points, let isVertical):
    if points <= 1 { return nil }
    return Diagnostic(
      .warning, .texOverfull,
      "\(isVertical ? "this is" : "a line is") \(points.tenths) pt too \(isVertical ? "high for the page" : "wide for the text")",
      help: "give it a place to break, or make it shorter")
  case .missingGlyph(let scalar):
    return Diagnostic(
      .warning, .texMissingGlyph, "no font of the PDF has `\(scalar)` (U+\(scalar.hexadecimal))",
      help: "install a font that has it, or write it otherwise")
  case .reference(let name):
    return Diagnostic(
      .warning, .texUndefinedReference, "the PDF has no place `\(name)` for this to lead to",
      help: "this may be a fault of Handpress; the EPUB is not touched by it")
  }
}

/// The way from lines of the edition back to the handbook.
private struct Origins {
  private var lines: [String: [SourceRange?]] = [:]
  private var files: [LaTeXFile]

  init(_ files: [LaTeXFile]) {
    self.files = files
    for file in files where !file.origins.isEmpty { lines[file.path] = file.origins }
  }

  /// Where an entry comes from: the line itself, else the last one before it that has an origin.
  func range(of entry: LogEntry) -> SourceRange? {
    if let file = entry.file, let line = entry.line, let origins = lines[file] {
      return range(origins, through: max(line, entry.lastLine ?? line), from: line)
    }
    if case .reference(let name) = entry.kind { return rangeOfMention(name) }
    return nil
  }

  private func range(_ origins: [SourceRange?], through last: Int, from first: Int) -> SourceRange? {
    let paragraph = origins[min(max(first - 1, 0), origins.count)..<min(max(last, 0), origins.count)]
    return paragraph.compactMap { $0 }.first ?? origins[..<min(max(first - 1, 0), origins.count)].last { $0 != nil }
      ?? nil
  }

  /// The first line that names a destination.
  private func rangeOfMention(_ name: String) -> SourceRange? {
    let word = Array("{\(name)}".utf8)
    for file in files where !file.origins.isEmpty {
      for (line, origin) in zip(file.bytes.split(separator: 10, omittingEmptySubsequences: false), file.origins)
      where origin != nil && line.holds(word) { return origin }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes stand in these one after the other.
  func holds(_ word: [UInt8]) -> Bool {
    count >= word.count && (startIndex...(endIndex - word.count)).contains { self[$0...].starts(with: word) }
  }
}

extension String {
  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension Double {
  /// With one digit after the point, which no locale changes.
  fileprivate var tenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Unicode.Scalar {
  /// `1F600`, at least four digits.
  fileprivate var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
