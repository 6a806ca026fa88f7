/// Addresses that hold their file in themselves: `data:image/png;base64,…` (RFC 2397).
enum DataAddresses {
  /// The bytes; nil when the address is no `data:` one or is spoiled.
  static func bytes(of address: String) -> [UInt8]? {
    guard Addresses.scheme(of: address) == "data", let comma = address.utf8.firstIndex(of: UInt8(ascii: ",")) else {
      return nil
    }
    let head = address.utf8[..<comma]
    let body = Addresses.decoded(String(Substring(address.utf8[address.utf8.index(after: comma)...])))
    let isBase64 = String(Substring(head)).lowercased().hasSuffix(";base64")
    return isBase64 ? base64(body) : Array(body.utf8)
  }

  /// A name for the file, made of its content.
  static func name(of bytes: [UInt8]) -> String {
    // FNV-1a: names must be the same in every process, and collisions only cost a repeated name.
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return "embedded/" + String(hash, radix: 16)
  }

  /// RFC 4648 §4, white space passed over.
  private static func base64(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in text.utf8 where !byte.isSpace && byte != UInt8(ascii: "=") {
      guard let value = digit(byte) else { return nil }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return result.isEmpty ? nil : result
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
