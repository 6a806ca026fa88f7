import DeflateBinding

/// A PNG of at most sixteen colours, two pixels a byte (PNG, third edition): the smallest and fastest form for
/// pictures of few colours.
struct IndexedPNG {
  /// Eight bits a channel.
  struct Color: Equatable, Sendable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8
  }

  var width: Int
  var height: Int
  /// Of 1 to 16 colours.
  var palette: [Color]
  /// Numbers of the palette, row by row, `width` times `height` of them.
  var pixels: [UInt8]

  /// The file's bytes. No gamma, no time, no text: the same picture is the same file.
  func encoded() -> [UInt8] {
    precondition(pixels.count == width * height && (1...16).contains(palette.count), "the picture is not whole")
    let fourBits: UInt8 = 4
    let indexedColor: UInt8 = 3
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    append("IHDR", bigEndian(width) + bigEndian(height) + [fourBits, indexedColor, 0, 0, 0], to: &file)
    append("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &file)
    append("IDAT", zlibStream(scanlines()), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// Each row behind the number of its filter: none, which suits indexed colour best (PNG, section 12.7). The left
  /// of two pixels has the high bits; the last of an odd row stands alone.
  private func scanlines() -> [UInt8] {
    let rowBytes = 1 + (width + 1) / 2
    return [UInt8](unsafeUninitializedCapacity: rowBytes * height) { lines, count in
      pixels.withUnsafeBufferPointer { pixels in
        for row in 0..<height {
          let line = lines.baseAddress! + row * rowBytes
          let source = pixels.baseAddress! + row * width
          line[0] = 0
          for pair in 0..<width / 2 { line[1 + pair] = source[2 * pair] << 4 | source[2 * pair + 1] }
          if width % 2 == 1 { line[rowBytes - 1] = source[width - 1] << 4 }
        }
      }
      count = rowBytes * height
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
