/// Where the lines of a file begin, worked out once a file and only when a diagnostic is printed.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  /// The byte offset at which each line begins.
  private let starts: [Int]

  /// Lines end with LF, CR LF or CR, as in CommonMark 0.31.2 §2.1.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\n"): starts.append(index + 1)
      case UInt8(ascii: "\r") where index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"):
        starts.append(index + 1)
      default: break
      }
    }
    self.starts = starts
  }

  package var count: Int { starts.count }

  /// Line and column of a byte offset; an offset past the end is at the end.
  package func position(of offset: UInt32) -> SourcePosition {
    let end = min(Int(offset), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= end { low = middle } else { high = middle }
    }
    let scalars = bytes[starts[low]..<end].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: low + 1, column: scalars + 1)
  }

  /// The byte range of a line, its line ending left out; the line counts from 1.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }
}

/// Line and column, both counted from 1; the column counts Unicode scalars.
package struct SourcePosition: Equatable, Sendable {
  package let line: Int
  package let column: Int
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
