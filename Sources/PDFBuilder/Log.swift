/// What the engine has written into its log, as far as it concerns us.
///
/// The log is in whole lines (`max_print_line`), errors carry file and line (`-file-line-error`), and what TeX itself
/// would tell without a file is told by `templates/latex/handpress-log.lua` in lines that begin with `@hp`. XeTeX, which
/// has no Lua, tells files alone in that way (`handpress-xetex-log.sty`), and the rest in its own words.
struct Log: Sendable {
  var bytes: [UInt8]
  /// In the order told.
  private(set) var entries: [LogEntry] = []
  /// Pages in the PDF; 0 when none was written.
  private(set) var pages = 0
  /// A file that LaTeX asked for in vain.
  private(set) var missingFile: String?
  /// The standards that the PDF says it keeps.
  private(set) var claims: Set<PDFStandard> = []
  /// Why it does not say so of others, as the tagger put it.
  private(set) var gaps: [PDFStandard: [String]] = [:]

  /// Files that are open, innermost last.
  private var open: [String] = []
  /// Where the formula stands that TeX is at.
  private var formula: (file: String, line: Int?)?
  /// Errors of Lua have no form of their own but the trace that follows them.
  private var lastLine: ArraySlice<UInt8> = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      read(line)
      lastLine = line
    }
  }

  var hasErrors: Bool {
    entries.contains { if case .error = $0.kind { true } else { false } }
  }

  /// What to say when there is no PDF: the last error.
  var lastWords: String {
    let errors = entries.compactMap { if case .error(let message, _) = $0.kind { message } else { nil } }
    return errors.last { !$0.contains("Fatal error occurred") } ?? "its log names no error"
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    if line.starts(with: "@hp ".utf8) {
      readMarker(String(decoding: line.dropFirst(4), as: UTF8.self))
    } else if line.starts(with: "Output written on ".utf8) {
      pages = LogLine(line).number(after: " (") ?? 0
    } else if let entry = LogLine(line).overfull {
      entries.append(LogEntry(entry.kind, file: open.last, line: entry.line, lastLine: entry.lastLine))
    } else if line.starts(with: "Missing character: ".utf8) {
      readMissingInFormula(LogLine(line))
    } else if line.starts(with: "LaTeX Warning: Reference ".utf8) {
      readReference(LogLine(line))
    } else if line.starts(with: "warning  (pdf backend): unreferenced destination".utf8) {
      entries.append(LogEntry(.reference(LogLine(line).quoted ?? "?")))
    } else if line.starts(with: "stack traceback:".utf8) {
      entries.append(LogEntry(.error(String(decoding: lastLine, as: UTF8.self), context: nil)))
    } else if line.starts(with: "l.".utf8), case .error(let message, nil)? = entries.last?.kind {
      entries[entries.count - 1].kind = .error(message, context: String(decoding: line, as: UTF8.self))
    } else if let entry = LogLine(line).missingGlyph {
      if !entries.contains(entry) { entries.append(entry) }
    } else if let entry = LogLine(line).error {
      if case .error(let message, _) = entry.kind, message.contains(" not found."), missingFile == nil {
        missingFile = LogLine(Array(message.utf8)[...]).quoted
      }
      entries.append(entry)
    }
  }

  private mutating func readReference(_ line: LogLine) {
    entries.append(
      LogEntry(.reference(line.quoted ?? "?"), file: open.last, line: line.number(after: "on input line ")))
  }

  private mutating func readMarker(_ marker: String) {
    let words = marker.split(separator: " ", maxSplits: 1)
    let rest = words.count > 1 ? String(words[1]) : ""
    switch words.first {
    case "open": open.append(LogLine.relative(rest))
    case "close": _ = open.popLast()
    case "access": readVerdict(rest, on: .universalAccess)
    case "archive": readVerdict(rest, on: .archive)
    case "overfull": readOverfull(rest)
    case "missing": readMissing(rest)
    case "formula": readFormula(rest)
    default: break
    }
  }

  private mutating func readVerdict(_ rest: String, on standard: PDFStandard) {
    if rest == "claimed" { claims.insert(standard) } else { gaps[standard, default: []].append(rest) }
  }

  /// `h 176952 3 4 chapters/a.tex`: direction, scaled points, first and last line, file.
  private mutating func readOverfull(_ rest: String) {
    let words = rest.split(separator: " ", maxSplits: 4)
    guard words.count == 5, let excess = Int(words[1]), let first = Int(words[2]), let last = Int(words[3]) else {
      return
    }
    entries.append(
      LogEntry(
        .overfull(points: Double(excess) / 65536, isVertical: words[0] == "v"),
        file: LogLine.relative(String(words[4])),
        line: first > 0 ? first : last, lastLine: last))
  }

  /// `12 chapters/a.tex`: line and file of the formulas that TeX sets next.
  private mutating func readFormula(_ rest: String) {
    let words = rest.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return }
    formula = (LogLine.relative(String(words[1])), Int(words[0]))
  }

  /// `Missing character: There is no 𝛥 (U+1D6E5) in font …`, in TeX's own words. Formulas may be set more than once, to
  /// be measured.
  private mutating func readMissingInFormula(_ line: LogLine) {
    guard let code = line.hexadecimal(after: "(U+"), let scalar = Unicode.Scalar(code) else { return }
    let entry = LogEntry(.missingGlyph(scalar), file: formula?.file, line: formula?.line)
    if !entries.contains(entry) { entries.append(entry) }
  }

  /// `6F22 12 chapters/a.tex`: the character in hexadecimal, line, file.
  private mutating func readMissing(_ rest: String) {
    let words = rest.split(separator: " ", maxSplits: 2)
    guard words.count == 3, let code = UInt32(words[0], radix: 16), let scalar = Unicode.Scalar(code) else { return }
    entries.append(
      LogEntry(.missingGlyph(scalar), file: LogLine.relative(String(words[2])), line: Int(words[1])))
  }
}
