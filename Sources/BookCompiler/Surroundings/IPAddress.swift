import Foundation

/// An address of IPv4 or IPv6, in network byte order: 4 or 16 bytes.
struct IPAddress: Equatable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  /// What a host's name means, in the system's order; empty when nobody knows it.
  static func resolve(_ host: String) -> [IPAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var addresses: [IPAddress] = []
    var next = list
    while let entry = next {
      if let address = IPAddress(entry.pointee) { addresses.append(address) }
      next = entry.pointee.ai_next
    }
    return addresses
  }

  private init?(_ info: addrinfo) {
    guard let address = info.ai_addr else { return nil }
    let raw = UnsafeRawPointer(address)
    switch info.ai_family {
    case AF_INET:
      var place = raw.load(as: sockaddr_in.self).sin_addr
      bytes = withUnsafeBytes(of: &place) { Array($0) }
    case AF_INET6:
      var place = raw.load(as: sockaddr_in6.self).sin6_addr
      bytes = withUnsafeBytes(of: &place) { Array($0) }
    default: return nil
    }
  }

  /// As it stands in a URL or behind curl's `--resolve`.
  var bracketed: String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
    return "[" + groups.joined(separator: ":") + "]"
  }

  /// Whether the address is one of the whole network's, by the registries of special addresses of IANA (RFC 6890):
  /// neither this machine's, nor a private or local network's, nor a test's, nor a group's.
  var isPublic: Bool {
    if bytes.count == 4 { return isPublicV4(bytes[...]) }
    let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    if isMapped { return isPublicV4(bytes[12...]) }
    // 6to4 and NAT64 hold an IPv4 address that has to be public itself.
    if bytes[0] == 0x20, bytes[1] == 0x02 { return isPublicV4(bytes[2..<6]) }
    if bytes[..<12] == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] { return isPublicV4(bytes[12...]) }
    let isDocumentation = bytes[..<4] == [0x20, 0x01, 0x0D, 0xB8]
    let isTeredo = bytes[..<4] == [0x20, 0x01, 0, 0]
    // Global unicast is 2000::/3.
    return bytes[0] & 0xE0 == 0x20 && !isDocumentation && !isTeredo
  }

  private func isPublicV4(_ slice: ArraySlice<UInt8>) -> Bool {
    let b = Array(slice)
    switch (b[0], b[1]) {
    case (0, _), (10, _), (127, _), (224..., _): return false
    case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19): return false
    case (192, 0): return b[2] != 0 && b[2] != 2
    case (198, 51): return b[2] != 100
    case (203, 0): return b[2] != 113
    default: return true
    }
  }
}
