import CDeflate
import Synchronization

/// How hard to look for repetitions, from 0 (store) to 12. 6 is our default: 12 costs ten times more for one
/// part in a hundred.
package struct CompressionLevel: Hashable, Sendable, ExpressibleByIntegerLiteral {
  package let value: Int

  package init(integerLiteral value: Int) {
    precondition((0...12).contains(value), "libdeflate knows the compression levels 0 to 12, not \(value)")
    self.value = value
  }

  package static let standard: CompressionLevel = 6
}

/// Compresses to a raw deflate stream (RFC 1951), as a ZIP archive holds it. May be called from any thread.
package func deflate(_ bytes: [UInt8], level: CompressionLevel = .standard) -> [UInt8] {
  bytes.withUnsafeBufferPointer { deflate($0, level: level) }
}

/// Compresses to a raw deflate stream (RFC 1951), as a ZIP archive holds it. May be called from any thread.
package func deflate(_ bytes: UnsafeBufferPointer<UInt8>, level: CompressionLevel = .standard) -> [UInt8] {
  compressors.borrow(level) { $0.deflate(bytes) }
}

/// Compresses to a zlib stream (RFC 1950), as a PNG holds it. May be called from any thread.
package func zlibStream(_ bytes: [UInt8], level: CompressionLevel = .standard) -> [UInt8] {
  compressors.borrow(level) { compressor in bytes.withUnsafeBufferPointer { compressor.zlibStream($0) } }
}

/// The check sum of ZIP and PNG (ISO 3309). A sum over several pieces goes on from `sum`.
package func crc32(_ bytes: [UInt8], continuing sum: UInt32 = 0) -> UInt32 {
  bytes.withUnsafeBufferPointer { libdeflate_crc32(sum, $0.baseAddress, $0.count) }
}

/// Unpacks a raw deflate stream whose unpacked size is known; nil when it is damaged or has another size.
package func inflate(_ bytes: [UInt8], size: Int) -> [UInt8]? {
  let decompressor = libdeflate_alloc_decompressor()
  defer { libdeflate_free_decompressor(decompressor) }
  var isWhole = false
  let unpacked = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    let result = bytes.withUnsafeBytes {
      libdeflate_deflate_decompress(decompressor, $0.baseAddress, $0.count, buffer.baseAddress, size, nil)
    }
    isWhole = result == LIBDEFLATE_SUCCESS
    count = isWhole ? size : 0
  }
  return isWhole ? unpacked : nil
}

/// The compressors that no call uses now.
private let compressors = CompressorPool()

/// Lends compressors out: making one costs more than compressing a small page, and one must not serve two
/// threads at once.
private final class CompressorPool: Sendable {
  private let idle = Mutex<[CompressionLevel: [Compressor]]>([:])

  func borrow<Result>(_ level: CompressionLevel, _ body: (Compressor) -> Result) -> Result {
    let compressor = idle.withLock { $0[level]?.popLast() } ?? Compressor(level)
    defer { idle.withLock { $0[level, default: []].append(compressor) } }
    return body(compressor)
  }
}
