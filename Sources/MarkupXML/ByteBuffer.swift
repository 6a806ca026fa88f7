/// Bytes that only grow: an array would check its uniqueness and its end at each of the millions of short pieces
/// that a document is written in.
struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, count length: Int) {
    if capacity - count < length { grow(by: length) }
    (base + count).update(from: source, count: length)
    count += length
  }

  @inline(__always)
  mutating func append(_ string: String) {
    if string.utf8.withContiguousStorageIfAvailable({ bytes -> Void in
      if let source = bytes.baseAddress { append(source, count: bytes.count) }
    }) == nil {
      for byte in string.utf8 { append(byte) }
    }
  }

  @inline(never)
  private mutating func grow(by length: Int) {
    let larger = max(2 * capacity, count + length)
    let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    next.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (next, larger)
  }
}
