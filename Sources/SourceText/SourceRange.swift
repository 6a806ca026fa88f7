/// A half-open range of UTF-8 bytes in one file: 12 bytes, on every block and inline.
///
/// Line and column are worked out only when a diagnostic is printed.
package struct SourceRange: Hashable, Sendable {
  package var file: FileID
  package var start: UInt32
  package var end: UInt32

  package init(file: FileID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = end
  }

  package init(file: FileID, _ offsets: Range<Int>) {
    self.init(file: file, start: UInt32(offsets.lowerBound), end: UInt32(offsets.upperBound))
  }

  package var offsets: Range<Int> { Int(start)..<Int(max(start, end)) }

  /// The smallest range that holds both; `other` must lie in the same file.
  package func joined(with other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

extension SourceRange: Comparable {
  package static func < (a: SourceRange, b: SourceRange) -> Bool {
    (a.file, a.start, a.end) < (b.file, b.start, b.end)
  }
}
