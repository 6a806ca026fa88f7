import SourceText

extension ByteBuffer {
  /// Appends a code point as UTF-8; what is no Unicode scalar value, and NUL, becomes U+FFFD.
  func append(scalar value: UInt32) {
    let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    for byte in UTF8.encode(scalar)! { append(byte) }
  }
}

extension Bytes {
  /// Reads an entity or numeric character reference at an ampersand (CommonMark 0.31.2 §6.2).
  /// - Returns: the index after its semicolon, its characters appended to `output`; nil when it is none.
  func decodeEntity(at index: Int, into output: ByteBuffer) -> Int? {
    if self[index + 1] == .hash { return decodeNumber(at: index + 2, into: output) }
    var end = index + 1
    while end < count, base[end].isAlphanumeric, end - index < 34 { end += 1 }
    guard end > index + 1, self[end] == .semicolon, end < count else { return nil }
    let name = UnsafeBufferPointer(start: base + index + 1, count: end - index - 1)
    return CharacterReferences.named.decode(name) { output.append(scalar: $0) } ? end + 1 : nil
  }

  private func decodeNumber(at index: Int, into output: ByteBuffer) -> Int? {
    let isHex = self[index] | 0x20 == UInt8(ascii: "x")
    let start = isHex ? index + 1 : index
    var end = start
    var value: UInt32 = 0
    while end < count, isHex ? base[end].isHexDigit : base[end].isDigit, end - start < 8 {
      let byte = base[end]
      value =
        isHex
        ? value << 4 | UInt32(byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x57) : value * 10 + UInt32(byte - 0x30)
      end += 1
    }
    guard end > start, end - start <= (isHex ? 6 : 7), end < count, base[end] == .semicolon else { return nil }
    output.append(scalar: value)
    return end + 1
  }

  /// The piece as text with backslash escapes and character references worked out, as in link destinations,
  /// link titles and info strings.
  ///
  /// - Parameter hasEscapes: whether backslashes escape; in autolinks they do not (CommonMark 0.31.2 §2.4).
  func unescapedString(_ start: Int, _ end: Int, hasEscapes: Bool = true, scratch: ByteBuffer) -> String {
    let piece = Bytes(base: base, count: end)
    var index = start
    while index < end, base[index] != .backslash, base[index] != .ampersand { index += 1 }
    if index >= end { return string(start, end) }
    scratch.removeAll()
    index = start
    while index < end {
      if hasEscapes, base[index] == .backslash, index + 1 < end, base[index + 1].isPunctuation {
        scratch.append(base[index + 1])
        index += 2
      } else if base[index] == .ampersand, let next = piece.decodeEntity(at: index, into: scratch) {
        index = next
      } else {
        scratch.append(base[index])
        index += 1
      }
    }
    return scratch.bytes.string(0, scratch.count)
  }
}
