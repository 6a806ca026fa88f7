import BookModel
import SourceText

/// Reads one page: its front matter, its blocks, its footnotes.
///
/// Never fails: what is malformed is a finding, and the rest of the page is read as well as it can be.
package func readPage(_ file: SourceFile, site: Site, findings: inout Findings) -> Page {
  reportBadText(file, findings: &findings)
  var start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let frontMatter = readFrontMatter(file, from: &start, findings: &findings)
  let dialect = Dialect(site: site, path: file.path, frontMatter: frontMatter)
  let body = SourceRange(file: file.id, start..<file.bytes.count)
  let (blocks, footnotes) = readBlocks(file, range: body, dialect: dialect, findings: &findings)
  return Page(file: file.id, path: file.path, frontMatter: frontMatter, blocks: blocks, footnotes: footnotes)
}

/// Reads the blocks of a piece of a file, with the footnotes defined in it.
package func readBlocks(
  _ file: SourceFile, range: SourceRange, dialect: Dialect, findings: inout Findings
) -> (blocks: [Block], footnotes: [Footnote]) {
  file.bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress, !range.offsets.isEmpty else { return ([], []) }
    let bytes = Bytes(base: base, count: buffer.count)
    var parser = BlockParser(bytes: bytes, range: range.offsets, dialect: dialect, file: file.id)
    parser.parse()
    var tree = BlockTree(parser)
    let blocks = tree.blocks(of: 0)
    for own in [parser.findings, tree.inlines.findings, tree.findings] { findings.append(own) }
    return (blocks, tree.footnotes)
  }
}

private func reportBadText(_ file: SourceFile, findings: inout Findings) {
  if let null = file.bytes.firstIndex(of: 0) {
    findings.warning(
      .textNullByte, "the file holds a NUL byte", at: SourceRange(file: file.id, null..<null + 1),
      notes: ["it is read as U+FFFD"], help: "remove it; a file in UTF-16 has to be saved as UTF-8")
  }
  if let invalid = firstInvalidUTF8(file.bytes) {
    findings.warning(
      .textInvalidUTF8, "these bytes are no UTF-8", at: SourceRange(file: file.id, invalid..<invalid + 1),
      notes: ["they are read as U+FFFD"], help: "save the file as UTF-8")
  }
}

/// The offset of the first byte that is no part of UTF-8 text.
private func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
  var decoder = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch decoder.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .error: return min(offset, bytes.count - 1)
    case .emptyInput: return nil
    }
  }
}
