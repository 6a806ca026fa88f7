/// Numbers and texts as bytes, one behind the other.
struct ByteEncoder {
  private(set) var bytes: [UInt8] = []

  /// LEB128.
  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func add(_ number: Double) { add(Int(Int64(bitPattern: number.bitPattern))) }

  mutating func add(_ content: [UInt8]) {
    add(content.count)
    bytes += content
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  mutating func add<Item>(_ items: [Item], _ add: (inout ByteEncoder, Item) -> Void) {
    self.add(items.count)
    for item in items { add(&self, item) }
  }

  mutating func add<Item>(optional item: Item?, _ add: (inout ByteEncoder, Item) -> Void) {
    self.add(item.map { [$0] } ?? [], add)
  }
}

/// Reads what `ByteEncoder` wrote; anything else makes it throw.
struct ByteDecoder {
  struct Malformed: Error {}

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  mutating func number() throws(Malformed) -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.endIndex, shift < 64 {
      let byte = bytes[index]
      index += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: result)) }
      shift += 7
    }
    throw Malformed()
  }

  mutating func double() throws(Malformed) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(try number())))
  }

  mutating func content() throws(Malformed) -> ArraySlice<UInt8> {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - index else { throw Malformed() }
    defer { index += count }
    return bytes[index..<index + count]
  }

  mutating func text() throws(Malformed) -> String { String(decoding: try content(), as: UTF8.self) }

  mutating func items<Item>(_ read: (inout ByteDecoder) throws(Malformed) -> Item) throws(Malformed) -> [Item] {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - index else { throw Malformed() }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }

  mutating func optional<Item>(_ read: (inout ByteDecoder) throws(Malformed) -> Item) throws(Malformed) -> Item? {
    try items(read).first
  }
}
