import BookModel
import SourceText

/// JSX tags and expressions on lines of their own (MDX flow).
extension BlockParser {
  /// A line, or several, that hold tags and expressions alone.
  /// - Returns: nil when this is a comment of HTML, which is read elsewhere; else whether blocks were made.
  mutating func startTag(in container: Int) -> Bool? {
    let here = Bytes(base: bytes.base, count: end)
    if here.hasPrefix("!--", at: nonspace + 1) { return nil }
    var found: [(kind: NodeKind, range: Range<Int>)] = []
    var index = nonspace
    let scanner = TagScanner(bytes: here) { [file] start, end in SourceRange(file: file, start..<end) }
    while true {
      if here[index] == .less, let (tag, next) = scanner.tag(at: index) {
        found.append((.tag(tag), index..<next))
        index = here.skippingSpaces(from: next)
      } else if here[index] == .openBrace, let next = here.expressionEnd(at: index) {
        found.append((.expression(here.trimmed(index + 1, next - 1)), index..<next))
        index = here.skippingSpaces(from: next)
      } else {
        return false
      }
      if index >= end || here.base[index].isLineEnding { break }
    }
    guard staysInContainer(nonspace..<index, container) else { return false }
    place(found, in: container, upTo: index)
    return true
  }

  /// `{…}` on lines of its own.
  mutating func startExpression(in container: Int) -> Bool { startTag(in: container) ?? false }

  private mutating func place(_ found: [(kind: NodeKind, range: Range<Int>)], in container: Int, upTo last: Int) {
    let parent = leafParent(container)
    for (kind, range) in found {
      let node = append(kind, to: parent)
      nodes[node].start = range.lowerBound
      nodes[node].end = range.upperBound
      close(downTo: open.count - 1)
    }
    if last > lineEnd { resumesAt = bytes.afterLineEnding(at: last) }
    if nodes[parent].end < last { nodes[parent].end = last }
  }

  /// Whether lines behind the first belong to the container: in a quote they would need its marker, which a tag does
  /// not hold.
  private func staysInContainer(_ range: Range<Int>, _ container: Int) -> Bool {
    guard range.upperBound > lineEnd else { return true }
    return !open.contains { if case .quote = nodes[$0].kind { true } else { false } }
  }
}
