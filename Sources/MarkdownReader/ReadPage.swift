import BookModel
import SourceText

/// Reads one page: its front matter and its blocks, in the dialect the site and the page ask for.
///
/// Never fails: what cannot be read as meant is text and a finding.
package func readPage(_ file: SourceFile, site: Site, findings: inout Findings) -> Page {
  reportBytes(of: file, findings: &findings)
  let (frontMatter, bodyStart) = readFrontMatter(file, findings: &findings)
  let dialect = Dialect(site: site, path: file.path, frontMatter: frontMatter)
  let body = SourceRange(file: file.id, bodyStart..<file.bytes.count)
  let (blocks, footnotes) = readBlocks(file, range: body, dialect: dialect, findings: &findings)
  return Page(file: file.id, path: file.path, frontMatter: frontMatter, blocks: blocks, footnotes: footnotes)
}

/// Reads a piece of a file as blocks; ranges are relative to the file.
package func readBlocks(_ file: SourceFile, range: SourceRange, dialect: Dialect, findings: inout Findings)
  -> (blocks: [Block], footnotes: [Footnote])
{
  withBytes(of: file, range) { source, start in
    var parser = BlockParser(source: source, start: start, file: file.id, dialect: dialect)
    parser.run()
    findings.append(parser.findings)
    var tree = BlockTree(parser)
    let blocks = tree.blocks()
    findings.append(tree.inlines.findings)
    return (blocks, tree.footnotes)
  }
}

private func withBytes<Result>(of file: SourceFile, _ range: SourceRange, _ read: (Bytes, Int) -> Result) -> Result {
  let end = min(Int(range.end), file.bytes.count)
  let start = min(Int(range.start), end)
  return file.bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else {
      return read(Bytes(base: UnsafePointer(SpecialBytes.nothing), count: 0), 0)
    }
    // A byte order mark is no part of the text.
    let hasMark = start == 0 && end >= 3 && buffer[0] == 0xEF && buffer[1] == 0xBB && buffer[2] == 0xBF
    return read(Bytes(base: base, count: end), hasMark ? 3 : start)
  }
}

/// Reports bytes that no text holds; they are read as U+FFFD.
private func reportBytes(of file: SourceFile, findings: inout Findings) {
  file.bytes.withUnsafeBufferPointer { buffer in
    var all: UInt8 = 0
    var least: UInt8 = 0xFF
    for byte in buffer {
      all |= byte
      least = min(least, byte)
    }
    if least == 0, let null = buffer.firstIndex(of: 0) {
      findings.warning(
        .textNullByte, "a NUL byte is read as U+FFFD", at: SourceRange(file: file.id, null..<null + 1))
    }
    if all >= 0x80, let invalid = firstInvalidUTF8(buffer) {
      findings.warning(
        .textInvalidUTF8, "bytes that are no UTF-8 are read as U+FFFD",
        at: SourceRange(file: file.id, invalid..<invalid + 1), help: "save the file as UTF-8")
    }
  }
}

private func firstInvalidUTF8(_ buffer: UnsafeBufferPointer<UInt8>) -> Int? {
  var index = 0
  while index < buffer.count {
    let byte = buffer[index]
    if byte < 0x80 {
      index += 1
      continue
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let piece = UnsafeBufferPointer(rebasing: buffer[index..<min(index + length, buffer.count)])
    var decoder = UTF8()
    var iterator = piece.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return index }
    index += UTF8.encode(scalar)!.count
  }
  return nil
}
