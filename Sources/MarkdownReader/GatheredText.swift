/// The text of a leaf in one piece: its lines without what containers took, each but the last with a line feed.
///
/// Remembers where each line came from, so that every inline knows its place in the file.
struct GatheredText {
  private let buffer: ByteBuffer
  private var segments: [(text: Int, source: Int)] = []
  /// White space at the very end left out.
  let bytes: Bytes

  /// Leading white space of every line is left out, as in paragraphs (CommonMark 0.31.2 §4.8).
  init(_ lines: ArraySlice<Line>, of source: Bytes) {
    buffer = ByteBuffer(capacity: lines.reduce(16) { $0 + $1.end - $1.start + 1 })
    segments.reserveCapacity(lines.count)
    for line in lines {
      if buffer.count > 0 { buffer.append(.lineFeed) }
      let start = min(source.skippingSpaces(from: line.start), line.end)
      segments.append((buffer.count, start))
      buffer.append(source.base + start, count: line.end - start)
    }
    let trimmed = buffer.bytes.trimmedEnd
    bytes = Bytes(base: buffer.bytes.base, count: trimmed)
  }

  /// One piece of the file as it stands.
  init(_ range: Range<Int>, of source: Bytes) {
    buffer = ByteBuffer(capacity: 1)
    segments = [(0, range.lowerBound)]
    bytes = Bytes(base: source.base + range.lowerBound, count: range.count)
  }

  /// A piece of a text that is gathered already.
  init(_ range: Range<Int>, within whole: GatheredText) {
    buffer = whole.buffer
    segments = whole.segments.map { ($0.text - range.lowerBound, $0.source) }
    bytes = Bytes(base: whole.bytes.base + range.lowerBound, count: range.count)
  }

  /// A cell of a table, in which `\|` is `|` (GFM §4.10).
  init(cell range: Range<Int>, of source: Bytes) {
    let escapes = range.dropLast().filter { source.base[$0] == .backslash && source.base[$0 + 1] == .pipe }
    guard !escapes.isEmpty else {
      self.init(range, of: source)
      return
    }
    let copy = ByteBuffer(capacity: range.count)
    var segments: [(text: Int, source: Int)] = []
    var start = range.lowerBound
    for end in escapes + [range.upperBound] {
      segments.append((copy.count, start))
      copy.append(source.base + start, count: end - start)
      start = end + 1
    }
    self.init(buffer: copy, segments: segments)
  }

  private init(buffer: ByteBuffer, segments: [(text: Int, source: Int)]) {
    self.buffer = buffer
    self.segments = segments
    bytes = buffer.bytes
  }

  /// Where a byte of the text stands in the file.
  func sourceOffset(of index: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].text <= index { low = middle } else { high = middle }
    }
    guard let segment = low < segments.count ? segments[low] : nil else { return 0 }
    return segment.source + index - segment.text
  }
}
