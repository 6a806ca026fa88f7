/// Escaping of character data and attribute values, by runs of bytes that need none.
enum XMLEscaping {
  enum Context {
    case text, attribute
  }

  /// Appends text as XML of the context.
  ///
  /// `>` is escaped too, because `]]>` may not stand in text (XML 1.0 §2.4); in attributes line feeds and tabs
  /// are, because a parser makes spaces of them (§3.3.3). What no XML 1.0 document may hold (§2.2: controls,
  /// U+FFFE, U+FFFF) becomes U+FFFD.
  static func append(_ string: String, to output: inout ByteBuffer, in context: Context) {
    let isContiguous: Void? = string.utf8.withContiguousStorageIfAvailable { bytes -> Void in
      append(bytes, to: &output, in: context)
    }
    if isContiguous == nil { Array(string.utf8).withUnsafeBufferPointer { append($0, to: &output, in: context) } }
  }

  private static func append(_ source: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer, in context: Context) {
    guard let base = source.baseAddress else { return }
    let suspects = context == .text ? textSuspects : attributeSuspects
    var runStart = 0
    var index = 0
    while index < source.count {
      if index + 8 <= source.count, !holdsSuspect(base + index) {
        index += 8
        continue
      }
      guard isSuspect(base[index], suspects), let (length, replacement) = replacement(at: index, in: source) else {
        index += 1
        continue
      }
      output.append(base + runStart, count: index - runStart)
      output.append(replacement.utf8Start, count: replacement.utf8CodeUnitCount)
      index += length
      runStart = index
    }
    output.append(base + runStart, count: source.count - runStart)
  }

  /// One bit for each byte below 64 that may need an escape; above them only 0xEF, the lead byte of U+FFFE.
  private static let controls: UInt64 = 0xFFFF_FFFF & ~(1 << 9 | 1 << 10)
  private static let textSuspects: UInt64 = controls | 1 << 38 | 1 << 60 | 1 << 62
  private static let attributeSuspects: UInt64 = textSuspects | 1 << 9 | 1 << 10 | 1 << 34

  /// Whether any of the eight bytes from an address may need an escape in any context: tests of a word at once
  /// (H. S. Warren, Hacker's Delight §6-1), which may only err on the safe side.
  @inline(__always)
  private static func holdsSuspect(_ address: UnsafePointer<UInt8>) -> Bool {
    let word = UnsafeRawPointer(address).loadUnaligned(as: UInt64.self)
    let controls = (word &- 0x20 &* ones) & ~word
    let brackets = zeros((word | 0x02 &* ones) ^ (0x3E &* ones))
    let quotes = zeros((word | 0x04 &* ones) ^ (0x26 &* ones))
    let lead = zeros(word ^ (0xEF &* ones))
    return (controls | brackets | quotes | lead) & (0x80 &* ones) != 0
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Has the high bit of a byte set where the byte is 0.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

  @inline(__always)
  private static func isSuspect(_ byte: UInt8, _ suspects: UInt64) -> Bool {
    byte < 64 ? suspects & (1 << UInt64(byte)) != 0 : byte == 0xEF
  }

  /// What to write for the byte that stands at an offset, and how many bytes that replaces; nil to keep it.
  private static func replacement(
    at index: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, text: StaticString)? {
    switch source[index] {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\""): return (1, "&quot;")
    case UInt8(ascii: "\n"): return (1, "&#10;")
    case UInt8(ascii: "\t"): return (1, "&#9;")
    case UInt8(ascii: "\r"): return (1, "&#13;")
    case 0xEF:
      let isNoncharacter = index + 2 < source.count && source[index + 1] == 0xBF && source[index + 2] >= 0xBE
      return isNoncharacter ? (3, "\u{FFFD}") : nil
    default: return (1, "\u{FFFD}")
    }
  }
}
