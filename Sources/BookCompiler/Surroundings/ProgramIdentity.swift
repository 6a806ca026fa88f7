import Glibc

/// Which program this is.
enum ProgramIdentity {
  /// The build id that the linker made of the program's content (ELF note NT_GNU_BUILD_ID), so that it is the same on
  /// every machine and another after every change; `unknown` where the linker made none.
  static let current = buildID(in: head) ?? "unknown"

  /// The first bytes of the program's file, where its notes stand.
  private static var head: [UInt8] {
    let descriptor = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: 8192) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }

  /// By the program headers of an ELF file of 64 bits (System V ABI, chapter 5).
  static func buildID(in file: [UInt8]) -> String? {
    file.withUnsafeBytes { bytes in
      guard bytes.count > 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2]) else { return nil }
      let table = Int(truncatingIfNeeded: bytes.number(at: 32, as: UInt64.self))
      let (size, count) = (Int(bytes.number(at: 54, as: UInt16.self)), Int(bytes.number(at: 56, as: UInt16.self)))
      guard table >= 0, table < bytes.count else { return nil }
      for header in (0..<count).map({ table + $0 * size }) where header + 56 <= bytes.count {
        let noteSegment = UInt32(4)
        guard bytes.number(at: header, as: UInt32.self) == noteSegment else { continue }
        let start = Int(truncatingIfNeeded: bytes.number(at: header + 8, as: UInt64.self))
        let length = Int(truncatingIfNeeded: bytes.number(at: header + 32, as: UInt64.self))
        guard start >= 0, length >= 0, start < bytes.count, length <= bytes.count - start else { continue }
        if let identity = note(in: UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])) { return identity }
      }
      return nil
    }
  }

  private static func note(in notes: UnsafeRawBufferPointer) -> String? {
    let buildIDNote = UInt32(3)
    var offset = 0
    while offset + 12 <= notes.count {
      let words = (0..<3).map { notes.number(at: offset + 4 * $0, as: UInt32.self) }
      let content = offset + 12 + (Int(words[0]) + 3) & ~3
      guard Int(words[1]) <= notes.count - content else { return nil }
      if words[2] == buildIDNote {
        return notes[content..<content + min(8, Int(words[1]))]
          .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      }
      offset = content + (Int(words[1]) + 3) & ~3
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number {
    loadUnaligned(fromByteOffset: offset, as: type)
  }
}
