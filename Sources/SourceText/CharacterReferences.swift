/// Character references of HTML: the named ones (https://html.spec.whatwg.org/entities.json, those that end in a
/// semicolon), found by binary search, and numbers. The one table of readers and passes.
package struct CharacterReferences: Sendable {
  package static let named = CharacterReferences()

  /// Where each entry begins in `entityNames`.
  private let starts: [UInt32]

  private init() {
    var starts: [UInt32] = []
    starts.reserveCapacity(2200)
    var isInside = false
    for index in 0..<entityNames.utf8CodeUnitCount {
      let byte = entityNames.utf8Start[index]
      let isBreak = byte == 0x20 || byte == 0x0A
      if !isBreak, !isInside { starts.append(UInt32(index)) }
      isInside = !isBreak
    }
    self.starts = starts
  }

  /// Hands out the code points that a name, without ampersand and semicolon, stands for.
  /// - Returns: whether the name is known.
  package func decode(_ name: UnsafeBufferPointer<UInt8>, _ output: (UInt32) -> Void) -> Bool {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      switch compare(name, with: Int(starts[middle])) {
      case 0:
        hand(out: output, from: Int(starts[middle]) + name.count + 1)
        return true
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return false
  }

  private func compare(_ name: UnsafeBufferPointer<UInt8>, with start: Int) -> Int {
    for index in 0..<name.count {
      let byte = entityNames.utf8Start[start + index]
      if byte == UInt8(ascii: "=") { return 1 }
      if name[index] != byte { return Int(name[index]) - Int(byte) }
    }
    return entityNames.utf8Start[start + name.count] == UInt8(ascii: "=") ? 0 : -1
  }

  private func hand(out output: (UInt32) -> Void, from start: Int) {
    var value: UInt32 = 0
    for index in start..<entityNames.utf8CodeUnitCount {
      let byte = entityNames.utf8Start[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      default:
        output(value)
        guard byte == UInt8(ascii: "+") else { return }
        value = 0
      }
    }
    output(value)
  }

  /// Bytes of raw HTML as text with their references worked out; one that is none stays as it is written.
  package static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if bytes[position] == UInt8(ascii: "&"), let end = reference(in: bytes, at: position, into: &result) {
        position = end
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The longest name has 31 letters.
  private static func reference(in bytes: ArraySlice<UInt8>, at start: Int, into result: inout [UInt8]) -> Int? {
    let reach = bytes[start..<min(start + 34, bytes.endIndex)]
    guard let end = reach.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = bytes[(start + 1)..<end]
    if name.first == UInt8(ascii: "#") {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      guard let value = UInt32(isHex ? String(digits.dropFirst()) : digits, radix: isHex ? 16 : 10) else { return nil }
      append(value, to: &result)
      return end + 1
    }
    var scalars: [UInt32] = []
    let isKnown = name.withUnsafeBufferPointer { named.decode($0) { scalars.append($0) } }
    for value in scalars { append(value, to: &result) }
    return isKnown ? end + 1 : nil
  }

  /// What no text may hold becomes U+FFFD (the HTML standard §13.2.5.80).
  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    let isText = value >= 0x20 || value == 9 || value == 10
    let scalar = isText ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}"
    result.append(contentsOf: UTF8.encode(scalar)!)
  }
}
