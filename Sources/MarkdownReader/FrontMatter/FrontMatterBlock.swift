import BookModel
import SourceText
import YAMLBinding

/// Reads the YAML between `---` lines at the head of a page (gray-matter, as Docusaurus uses it).
/// - Returns: its fields and the offset at which the page's text begins.
func readFrontMatter(_ file: SourceFile, findings: inout Findings) -> (FrontMatter, bodyStart: Int) {
  file.bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return (FrontMatter(), 0) }
    let bytes = Bytes(base: base, count: buffer.count)
    let start = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.isFence(at: start) else {
      return readTOMLFrontMatter(bytes, at: start, file: file.id, findings: &findings) ?? (FrontMatter(), start)
    }
    let contentStart = bytes.nextLine(from: start)
    var line = contentStart
    while line < bytes.count {
      if bytes.isFence(at: line) {
        let range = SourceRange(file: file.id, start..<min(line + 3, bytes.count))
        let fields = readFields(bytes, contentStart..<line, file: file.id, findings: &findings)
        return (FrontMatter(fields: fields, range: range), bytes.nextLine(from: line))
      }
      line = bytes.nextLine(from: line)
    }
    if contentStart < bytes.count, looksLikeField(bytes, at: contentStart) {
      findings.warning(
        .frontMatterUnclosed, "the front matter is never closed and is read as text",
        at: SourceRange(file: file.id, start..<start + 3), help: "close it with a line of ---")
    }
    return (FrontMatter(), start)
  }
}

private func looksLikeField(_ bytes: Bytes, at start: Int) -> Bool {
  var index = start
  while index < bytes.count, bytes.base[index].isAlphanumeric || bytes.base[index] == .underscore { index += 1 }
  return index > start && bytes[index] == .colon
}

/// Reads fields line by line where they are plain, else as YAML; what is no YAML costs its own field only.
private func readFields(_ bytes: Bytes, _ range: Range<Int>, file: FileID, findings: inout Findings)
  -> [FrontMatter.Field]
{
  if let fields = flatFields(bytes, range, file: file) { return fields }
  if let fields = try? yamlFields(bytes, range, file: file) { return fields }
  var fields: [FrontMatter.Field] = []
  for piece in bytes.fieldPieces(range) {
    do throws(YAMLSyntaxError) {
      fields += try yamlFields(bytes, piece, file: file)
    } catch {
      let at = min(piece.lowerBound + error.offset, max(piece.lowerBound, piece.upperBound - 1))
      findings.error(
        .frontMatterMalformed, "this front matter is no YAML: \(error.message)",
        at: SourceRange(file: file, at..<bytes.lineEnd(from: at)),
        help: "put values that hold colons, quotes or brackets in quotes")
      if let field = plainField(bytes, piece, file: file) { fields.append(field) }
    }
  }
  return fields
}

/// A line that is no YAML, taken at its word: what follows the first colon is text.
private func plainField(_ bytes: Bytes, _ range: Range<Int>, file: FileID) -> FrontMatter.Field? {
  let text = bytes.trimmed(range.lowerBound, range.upperBound)
  guard let colon = text.first(where: { bytes.base[$0] == .colon }), colon > text.lowerBound,
    !text.contains(where: { bytes.base[$0].isLineEnding })
  else { return nil }
  return FrontMatter.Field(
    key: bytes.string(text.lowerBound, colon), value: .string(bytes.string(bytes.trimmed(colon + 1, text.upperBound))),
    range: SourceRange(file: file, text))
}

private func yamlFields(_ bytes: Bytes, _ range: Range<Int>, file: FileID) throws(YAMLSyntaxError)
  -> [FrontMatter.Field]
{
  let document = try parseYAML(UnsafeBufferPointer(start: bytes.base + range.lowerBound, count: range.count))
  guard let members = document.value.members else {
    if case .null = document.value { return [] }
    throw YAMLSyntaxError(message: "it is no list of fields", line: 1, column: 1, offset: 0)
  }
  return zip(members, document.memberRanges).map { member, place in
    let start = range.lowerBound + place.lowerBound
    return FrontMatter.Field(
      key: member.key, value: member.value,
      range: SourceRange(file: file, start..<range.lowerBound + place.upperBound))
  }
}

extension Bytes {
  /// Whether a line is `---` alone.
  fileprivate func isFence(at start: Int) -> Bool {
    guard run(of: .hyphen, from: start) == 3 else { return false }
    let end = skippingSpaces(from: start + 3)
    return end >= count || base[end].isLineEnding
  }

  /// The start of the line after the one at `index`.
  func nextLine(from index: Int) -> Int {
    let end = lineEnd(from: index)
    guard end < count else { return count }
    return self[end] == .carriageReturn && self[end + 1] == .lineFeed && end + 1 < count ? end + 2 : end + 1
  }

  func lineEnd(from index: Int) -> Int {
    var end = index
    while end < count, !base[end].isLineEnding { end += 1 }
    return end
  }

  /// A block of fields cut before every line that begins one.
  fileprivate func fieldPieces(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var line = nextLine(from: start)
    while line < range.upperBound {
      let first = base[line]
      if !first.isWhitespace, first != .hash, first != .hyphen, first != .closeBrace, first != .closeBracket {
        pieces.append(start..<line)
        start = line
      }
      line = nextLine(from: line)
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }
}
