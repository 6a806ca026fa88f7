/// SHA-1 (FIPS 180-4 §6.1): UUIDs of version 5 are made with it, and inputs known again by it. It secures nothing here.
package enum SHA1 {
  /// The 20 bytes of a message's digest.
  package static func digest(of message: [UInt8]) -> [UInt8] {
    var state = SIMD8<UInt32>(0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0, 0, 0, 0)
    let whole = message.count / 64 * 64
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      add(message[..<whole], to: &state, words)
      add(pad(message[whole...], length: message.count)[...], to: &state, words)
    }
    return (0..<5).flatMap { bytes(of: state[$0]) }
  }

  /// The digest in lower-case hexadecimal.
  package static func hexadecimal(of message: [UInt8]) -> String {
    digest(of: message).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func pad(_ rest: ArraySlice<UInt8>, length: Int) -> [UInt8] {
    let zeros = (119 - rest.count) % 64
    let bits = UInt64(length) * 8
    return Array(rest) + [0x80] + [UInt8](repeating: 0, count: zeros) + bytes(of: UInt32(bits >> 32))
      + bytes(of: UInt32(truncatingIfNeeded: bits))
  }

  private static func bytes(of word: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
  }

  /// Whole blocks of 64 bytes.
  private static func add(
    _ blocks: ArraySlice<UInt8>, to state: inout SIMD8<UInt32>, _ words: UnsafeMutableBufferPointer<UInt32>
  ) {
    blocks.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 64) {
        for t in 0..<16 {
          words[t] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * t, as: UInt32.self))
        }
        for t in 16..<80 { words[t] = rotate(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1) }
        mix(words, into: &state)
      }
    }
  }

  private static func mix(_ words: UnsafeMutableBufferPointer<UInt32>, into state: inout SIMD8<UInt32>) {
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for t in 0..<80 {
      let mixed: (function: UInt32, constant: UInt32) =
        switch t {
        case 0..<20: (b & c | ~b & d, 0x5A82_7999)
        case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case 40..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let next = rotate(a, 5) &+ mixed.function &+ e &+ mixed.constant &+ words[t]
      (a, b, c, d, e) = (next, a, rotate(b, 30), c, d)
    }
    state &+= SIMD8(a, b, c, d, e, 0, 0, 0)
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
}
