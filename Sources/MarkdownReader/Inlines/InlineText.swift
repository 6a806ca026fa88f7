import SourceText

/// Where the bytes of a gathered text come from: pieces in order, each with its place in the file.
struct SourceMap {
  /// What to add to an offset while all text comes from one place.
  private var shift = 0
  /// All places when there are several.
  private var starts: [(text: Int, file: Int)] = []
  private var isEmpty = true

  init() {}

  mutating func removeAll() {
    if !starts.isEmpty { starts.removeAll(keepingCapacity: true) }
    isEmpty = true
  }

  mutating func add(text: Int, file: Int) {
    if isEmpty {
      shift = file - text
      isEmpty = false
      return
    }
    if starts.isEmpty { starts.append((0, shift)) }
    starts.append((text, file))
  }

  /// The file offset of an offset in the text.
  func offset(_ text: Int) -> Int {
    if starts.isEmpty { return text + shift }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].text <= text { low = middle } else { high = middle }
    }
    return starts[low].file + text - starts[low].text
  }

  /// The file range of a range in the text.
  func range(_ start: Int, _ end: Int, in file: FileID) -> SourceRange {
    let first = offset(start)
    return SourceRange(file: file, first..<max(first, end > start ? offset(end - 1) + 1 : first))
  }
}
