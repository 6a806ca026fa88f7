/// The bytes Markdown gives a meaning to, and the ASCII classes of CommonMark 0.31.2 §2.1.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let tilde = UInt8(ascii: "~")
  static let asterisk = UInt8(ascii: "*")
  static let underscore = UInt8(ascii: "_")
  static let hyphen = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let equals = UInt8(ascii: "=")
  static let hash = UInt8(ascii: "#")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let ampersand = UInt8(ascii: "&")
  static let bang = UInt8(ascii: "!")
  static let caret = UInt8(ascii: "^")
  static let question = UInt8(ascii: "?")
  static let slash = UInt8(ascii: "/")
  static let pipe = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let dollar = UInt8(ascii: "$")
  static let dot = UInt8(ascii: ".")
  static let at = UInt8(ascii: "@")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")

  var isSpaceOrTab: Bool { self == .space || self == .tab }
  /// Space, tab, line feed, line tabulation, form feed or carriage return.
  var isWhitespace: Bool { self == .space || (self >= 9 && self <= 13) }
  var isLineEnding: Bool { self == .lineFeed || self == .carriageReturn }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isAlphanumeric: Bool { isLetter || isDigit }
  var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  /// The letter in lower case; other bytes unchanged.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// ASCII punctuation characters, which a backslash escapes.
  var isPunctuation: Bool {
    self &- 0x21 < 15 || self &- 0x3A < 7 || self &- 0x5B < 6 || self &- 0x7B < 4
  }
}

/// A contiguous piece of text under the reader's hand; indices past the end read as a line feed.
struct Bytes {
  let base: UnsafePointer<UInt8>
  let count: Int

  subscript(index: Int) -> UInt8 { index < count ? base[index] : .lineFeed }

  /// Whether the ASCII text stands at an index, letters compared without case; `text` is in lower case.
  func hasPrefix(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where base[index + offset].lowercased != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The first index at or after `index` whose byte is neither a space nor a tab.
  func skippingSpaces(from index: Int) -> Int {
    var index = index
    while index < count, base[index].isSpaceOrTab { index += 1 }
    return index
  }

  /// The first index at or after `index` whose byte is no whitespace, line endings included.
  func skippingWhitespace(from index: Int) -> Int {
    var index = index
    while index < count, base[index].isWhitespace { index += 1 }
    return index
  }

  /// The length of the run of one byte.
  func run(of byte: UInt8, from index: Int) -> Int {
    var end = index
    while end < count, base[end] == byte { end += 1 }
    return end - index
  }

  /// The index of the ASCII text at or after `index`.
  func firstIndex(of text: StaticString, from index: Int) -> Int? {
    var index = index
    let last = count - text.utf8CodeUnitCount
    while index <= last {
      if base[index] == text.utf8Start[0], hasPrefix(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The piece from `start` to `end` without white space at its ends.
  func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var start = start
    var end = end
    while start < end, base[start].isWhitespace { start += 1 }
    while end > start, base[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  /// The piece as text: bytes that are no UTF-8, and NUL, become U+FFFD (CommonMark 0.31.2 §2.3), and every line
  /// ending a line feed.
  func string(_ start: Int, _ end: Int) -> String {
    guard start < end else { return "" }
    let piece = UnsafeBufferPointer(start: base + start, count: end - start)
    var needsRepair = false
    for byte in piece { needsRepair = needsRepair || byte == 0 || byte == .carriageReturn }
    if needsRepair { return repairedString(piece) }
    return String(decoding: piece, as: UTF8.self)
  }

  func string(_ range: Range<Int>) -> String { string(range.lowerBound, range.upperBound) }
}

private func repairedString(_ piece: UnsafeBufferPointer<UInt8>) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(piece.count + 8)
  for (index, byte) in piece.enumerated() {
    if byte == 0 {
      bytes += [0xEF, 0xBF, 0xBD]
    } else if byte != .carriageReturn {
      bytes.append(byte)
    } else if index + 1 == piece.count || piece[index + 1] != .lineFeed {
      bytes.append(.lineFeed)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
