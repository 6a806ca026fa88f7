/// Bytes that are gathered from several places, at an address that stays put between additions.
final class ByteBuffer {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  func removeAll() { count = 0 }

  func append(_ source: UnsafePointer<UInt8>, count added: Int) {
    reserve(added)
    (base + count).update(from: source, count: added)
    count += added
  }

  func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  var bytes: Bytes { Bytes(base: UnsafePointer(base), count: count) }

  private func reserve(_ added: Int) {
    guard count + added > capacity else { return }
    capacity = max(capacity * 2, count + added)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
