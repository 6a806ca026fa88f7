import CDeflate

/// One of libdeflate's compressors with room for its output.
///
/// Unchecked: the pool hands each to one caller at a time.
final class Compressor: @unchecked Sendable {
  private let handle: OpaquePointer
  private var room: UnsafeMutableRawBufferPointer

  init(_ level: CompressionLevel) {
    guard let handle = libdeflate_alloc_compressor(Int32(level.value)) else {
      preconditionFailure("there is no memory left for a compressor")
    }
    self.handle = handle
    room = .allocate(byteCount: 0, alignment: 1)
  }

  deinit {
    libdeflate_free_compressor(handle)
    room.deallocate()
  }

  func deflate(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    makeRoom(libdeflate_deflate_compress_bound(handle, bytes.count))
    return output(libdeflate_deflate_compress(handle, bytes.baseAddress, bytes.count, room.baseAddress, room.count))
  }

  func zlibStream(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    makeRoom(libdeflate_zlib_compress_bound(handle, bytes.count))
    return output(libdeflate_zlib_compress(handle, bytes.baseAddress, bytes.count, room.baseAddress, room.count))
  }

  private func makeRoom(_ count: Int) {
    guard room.count < count else { return }
    room.deallocate()
    room = .allocate(byteCount: count, alignment: 1)
  }

  private func output(_ count: Int) -> [UInt8] {
    precondition(count > 0, "libdeflate's own bound on its output was too small")
    return [UInt8](UnsafeRawBufferPointer(rebasing: room[..<count]))
  }
}
