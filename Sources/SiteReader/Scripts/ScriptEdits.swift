/// Changes to a script's text, kept until all are known; lines keep their numbers.
struct ScriptEdits {
  private var changes: [(range: Range<Int>, text: [UInt8])] = []

  /// Puts text in a range's place; a range must not overlap another.
  mutating func replace(_ range: Range<Int>, with text: String) {
    changes.append((range, Array(text.utf8)))
  }

  mutating func remove(_ range: Range<Int>) { replace(range, with: "") }

  /// The text with all changes made. A change that overlaps an earlier one is left out.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    var at = 0
    for (range, text) in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where range.lowerBound >= at {
      result += bytes[at..<range.lowerBound]
      result += text
      result += bytes[range].filter { $0 == 0x0A }
      at = range.upperBound
    }
    result += bytes[at...]
    return result
  }
}
