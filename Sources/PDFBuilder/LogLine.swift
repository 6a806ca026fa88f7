/// A line of the log, looked into.
struct LogLine {
  var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// `./chapters/a.tex:12: Undefined control sequence.`, or `! Emergency stop.` where TeX knows no place.
  var error: LogEntry? {
    if bytes.starts(with: "! ".utf8) { return LogEntry(.error(text(bytes.dropFirst(2)), context: nil)) }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex else { return nil }
    let name = bytes[..<colon]
    let digits = bytes[(colon + 1)...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard name.contains(UInt8(ascii: ".")), !name.contains(UInt8(ascii: "(")), let line = Int(text(digits)),
      bytes[digits.endIndex...].starts(with: ": ".utf8)
    else { return nil }
    return LogEntry(
      .error(text(bytes[(digits.endIndex + 2)...]), context: nil), file: LogLine.relative(text(name)), line: line)
  }

  /// `./chapters/a.tex:12: Missing character: There is no 漢 (U+6F22) in font …`, or `("6F22)` in fonts of TeX's own, as
  /// XeTeX tells it when it is an error.
  var missingGlyph: LogEntry? {
    guard let error, case .error(let message, _) = error.kind, message.hasPrefix("Missing character: "),
      let code = hexadecimal(after: "(U+") ?? hexadecimal(after: "(\""), let scalar = Unicode.Scalar(code)
    else { return nil }
    return LogEntry(.missingGlyph(scalar), file: error.file, line: error.line)
  }

  /// `Overfull \hbox (12.3pt too wide) in paragraph at lines 12--14`, or `… detected at line 12`; the page as it is made
  /// (`… while \output is active`) has no line.
  var overfull: LogEntry? {
    let isVertical = bytes.starts(with: "Overfull \\vbox (".utf8)
    guard isVertical || bytes.starts(with: "Overfull \\hbox (".utf8) else { return nil }
    let digits = text(bytes.dropFirst("Overfull \\hbox (".utf8.count)).prefix { $0 != "p" }
    guard let points = Double(digits) else { return nil }
    let first = number(after: "at lines ") ?? number(after: "at line ")
    return LogEntry(
      .overfull(points: points, isVertical: isVertical), line: first, lastLine: number(after: "--") ?? first)
  }

  /// What stands in TeX's quotes: `name' or 'name'.
  var quoted: String? {
    guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "'") }),
      let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "'"))
    else { return nil }
    return text(bytes[(start + 1)..<end])
  }

  /// The number that follows the last place where some words stand.
  func number(after words: String) -> Int? {
    let words = Array(words.utf8)
    guard bytes.count >= words.count else { return nil }
    let starts = (bytes.startIndex...(bytes.endIndex - words.count)).reversed()
    guard let start = starts.first(where: { bytes[$0...].starts(with: words) }) else { return nil }
    let digits = bytes[(start + words.count)...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(text(digits))
  }

  /// The hexadecimal number that follows the first place where some words stand.
  func hexadecimal(after words: String) -> UInt32? {
    let words = Array(words.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: words) }) else { return nil }
    return UInt32(text(bytes[(start + words.count)...]).prefix(while: \.isHexDigit), radix: 16)
  }

  /// TeX writes `./a.tex` for what the edition calls `a.tex`.
  static func relative(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  private func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
