import BookModel
import SourceText
import YAMLBinding

/// Reads the YAML between `---` lines at the head of a page (gray-matter's rules).
///
/// - Parameter start: where the page's text begins; moved behind the block.
func readFrontMatter(_ file: SourceFile, from start: inout Int, findings: inout Findings) -> FrontMatter {
  let lines = FrontMatterLines(file.bytes, from: start)
  guard let opening = lines.opening else { return FrontMatter() }
  guard let closing = lines.closing else {
    findings.warning(
      .frontMatterUnclosed, "this front matter is never closed", at: SourceRange(file: file.id, start..<opening),
      notes: ["it is read as text"], help: "write `---` on a line of its own behind the last field")
    return FrontMatter()
  }
  let content = opening..<closing.lowerBound
  let range = SourceRange(file: file.id, start..<closing.upperBound)
  start = closing.upperBound
  let fields = fields(file, content, findings: &findings)
  return FrontMatter(fields: fields, range: range)
}

/// Where the fences of front matter stand.
private struct FrontMatterLines {
  /// The index behind the opening line.
  var opening: Int?
  /// The closing line with its line ending.
  var closing: Range<Int>?

  init(_ bytes: [UInt8], from start: Int) {
    guard let end = FrontMatterLines.fence(bytes, at: start) else { return }
    opening = end
    var line = end
    while line < bytes.count {
      if let next = FrontMatterLines.fence(bytes, at: line) {
        closing = line..<next
        return
      }
      while line < bytes.count, bytes[line] != .lineFeed { line += 1 }
      line += 1
    }
  }

  /// The index behind a line of three hyphens and white space.
  private static func fence(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start..<start + 3].allSatisfy({ $0 == .hyphen }) else { return nil }
    var index = start + 3
    while index < bytes.count, bytes[index].isSpaceOrTab || bytes[index] == .carriageReturn { index += 1 }
    if index == bytes.count { return index }
    return bytes[index] == .lineFeed ? index + 1 : nil
  }
}

/// The fields of a block. When YAML refuses it whole, every top-level field is read alone, so that a malformed line
/// loses itself and nothing else.
private func fields(_ file: SourceFile, _ content: Range<Int>, findings: inout Findings) -> [FrontMatter.Field] {
  switch readYAMLFields(file, content) {
  case .success(let fields): return fields
  case .failure(let error):
    let pieces = topLevelPieces(file.bytes, content)
    var fields: [FrontMatter.Field] = []
    for piece in pieces {
      switch readYAMLFields(file, piece) {
      case .success(let own): fields += own
      case .failure(let own):
        findings.warning(
          .frontMatterMalformed, "this line of front matter is no YAML: \(own.message)",
          at: SourceRange(file: file.id, piece), notes: ["the other fields are read"],
          help: "put a value that holds `:`, `#` or quotes into quotes")
      }
    }
    if findings.isEmpty, fields.isEmpty {
      findings.warning(.frontMatterMalformed, error.message, at: SourceRange(file: file.id, content))
    }
    return fields
  }
}

/// The block cut before every line that begins a field: one with a letter, digit or quote in its first column.
private func topLevelPieces(_ bytes: [UInt8], _ content: Range<Int>) -> [Range<Int>] {
  var pieces: [Range<Int>] = []
  var line = content.lowerBound
  var pieceStart = line
  while line < content.upperBound {
    let byte = bytes[line]
    if line > pieceStart, !byte.isWhitespace, byte != .hyphen, byte != .hash, byte != .closeBracket, byte != .closeBrace {
      pieces.append(pieceStart..<line)
      pieceStart = line
    }
    while line < content.upperBound, bytes[line] != .lineFeed { line += 1 }
    line += 1
  }
  if pieceStart < content.upperBound { pieces.append(pieceStart..<content.upperBound) }
  return pieces
}
