import BookModel
import SourceText

/// Reads the TOML between `+++` lines at the head of a page (Hugo and Zola), where it is TOML.
/// - Returns: nil where no such block stands at the head: `+++` is text in Markdown.
func readTOMLFrontMatter(_ bytes: Bytes, at start: Int, file: FileID, findings: inout Findings)
  -> (FrontMatter, bodyStart: Int)?
{
  guard bytes.isTOMLFence(at: start) else { return nil }
  let contentStart = bytes.nextLine(from: start)
  var line = contentStart
  while line < bytes.count, !bytes.isTOMLFence(at: line) { line = bytes.nextLine(from: line) }
  guard line < bytes.count else { return nil }
  let content = UnsafeBufferPointer(start: bytes.base + contentStart, count: line - contentStart)
  let range = SourceRange(file: file, start..<line + 3)
  do throws(TOMLError) {
    let document = try parseTOML(content)
    let fields = zip(document.members, document.ranges).map { member, place in
      FrontMatter.Field(
        key: member.key, value: member.value,
        range: SourceRange(file: file, contentStart + place.lowerBound..<contentStart + place.upperBound))
    }
    return (FrontMatter(fields: fields, range: range), bytes.nextLine(from: line))
  } catch {
    let at = min(contentStart + error.offset, line - 1)
    findings.error(
      .frontMatterMalformed, "this front matter is no TOML: \(error.message)",
      at: SourceRange(file: file, at..<max(at + 1, bytes.lineEnd(from: at))), help: "put texts in quotes")
    return (FrontMatter(fields: [], range: range), bytes.nextLine(from: line))
  }
}

extension Bytes {
  /// Whether a line is `+++` alone.
  fileprivate func isTOMLFence(at start: Int) -> Bool {
    guard run(of: UInt8(ascii: "+"), from: start) == 3 else { return false }
    let end = skippingSpaces(from: start + 3)
    return end >= count || base[end].isLineEnding
  }
}
