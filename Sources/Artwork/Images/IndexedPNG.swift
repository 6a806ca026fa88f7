import DeflateBinding

/// A PNG whose pixels are numbers of a palette (PNG, third edition): the smallest and fastest form for pictures of
/// few colours.
struct IndexedPNG {
  /// Eight bits each.
  struct Color: Equatable, Sendable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8
  }

  var width: Int
  var height: Int
  /// Of 1 to 256 colours.
  var palette: [Color]
  /// Row by row, `width` times `height` of them.
  var pixels: [UInt8]

  /// The file's bytes. No gamma, no time, no text: the same picture is the same file.
  func encoded() -> [UInt8] {
    precondition(pixels.count == width * height && (1...256).contains(palette.count), "the picture is not whole")
    let eightBits: UInt8 = 8
    let indexedColor: UInt8 = 3
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    append("IHDR", bigEndian(width) + bigEndian(height) + [eightBits, indexedColor, 0, 0, 0], to: &file)
    append("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &file)
    append("IDAT", zlibStream(scanlines()), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// Each row behind the number of its filter: none, which suits indexed colour best (PNG, section 12.7).
  private func scanlines() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: (width + 1) * height) { lines, count in
      pixels.withUnsafeBufferPointer { pixels in
        for row in 0..<height {
          let start = row * (width + 1)
          lines[start] = 0
          (lines.baseAddress! + start + 1).initialize(from: pixels.baseAddress! + row * width, count: width)
        }
      }
      count = (width + 1) * height
    }
  }

  private func append(_ type: StaticString, _ data: [UInt8], to file: inout [UInt8]) {
    let name = (0..<4).map { type.utf8Start[$0] }
    file += bigEndian(data.count)
    file += name
    file += data
    file += bigEndian(Int(crc32(data, continuing: crc32(name))))
  }

  private func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
