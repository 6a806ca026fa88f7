/// Which characters a font has and how wide they are, from its tables (OpenType 1.9: `cmap` formats 4 and 12, `hmtx`).
struct Coverage: Sendable {
  /// Sorted, without overlaps; nil for a font of which nothing is known, which is taken to have everything.
  private var ranges: [ClosedRange<UInt32>]?
  /// Advances in thousandths of an em of the characters below U+0250.
  private var advances: [UInt16] = []

  /// A font of which nothing is known.
  static let everything = Coverage()

  private init() {}

  /// - Returns: nil where the bytes are no font that can be read.
  init?(_ bytes: [UInt8]) {
    let font = FontTables(bytes: bytes)
    guard let cmap = font.table("cmap"), let mapping = CharacterMap(font, at: cmap) else { return nil }
    ranges = mapping.ranges
    advances = font.advances(of: mapping)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard let ranges else { return true }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }

  /// The advance of a character in ems; a guess for those of other scripts.
  func advance(of scalar: Unicode.Scalar) -> Double {
    let value = Int(scalar.value)
    guard value < advances.count, advances[value] > 0 else { return value < 0x1100 ? 0.58 : 1 }
    return Double(advances[value]) / 1000
  }
}

/// Big-endian tables of a font file; what lies outside of it reads as 0.
struct FontTables {
  let bytes: [UInt8]

  func u16(_ offset: Int) -> Int {
    offset >= 0 && offset + 1 < bytes.count ? Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) : 0
  }

  func u32(_ offset: Int) -> Int { u16(offset) << 16 | u16(offset + 2) }

  /// The offset of a table; of the first font of a collection.
  func table(_ tag: String) -> Int? {
    let start = bytes.starts(with: "ttcf".utf8) ? u32(12) : 0
    for index in 0..<min(u16(start + 4), 64) {
      let entry = start + 12 + 16 * index
      guard entry + 16 <= bytes.count else { return nil }
      if bytes[entry..<entry + 4].elementsEqual(tag.utf8) { return u32(entry + 8) }
    }
    return nil
  }

  fileprivate func advances(of mapping: CharacterMap) -> [UInt16] {
    guard let head = table("head"), let hhea = table("hhea"), let hmtx = table("hmtx") else { return [] }
    let unitsPerEm = max(1, u16(head + 18))
    let count = u16(hhea + 34)
    guard count > 0 else { return [] }
    return (0..<0x250).map { character in
      guard let glyph = mapping.glyph(UInt32(character)) else { return 0 }
      return UInt16(clamping: u16(hmtx + 4 * min(glyph, count - 1)) * 1000 / unitsPerEm)
    }
  }
}

/// The best Unicode subtable of a `cmap`.
private struct CharacterMap {
  private let font: FontTables
  private let offset: Int
  private let format: Int

  init?(_ font: FontTables, at cmap: Int) {
    var best: (rank: Int, offset: Int)?
    for index in 0..<min(font.u16(cmap + 2), 64) {
      let record = cmap + 4 + 8 * index
      let offset = cmap + font.u32(record + 4)
      let rank: Int
      switch (font.u16(record), font.u16(record + 2), font.u16(offset)) {
      case (3, 10, 12), (0, 4...6, 12): rank = 2
      case (3, 1, 4), (0, 0...3, 4): rank = 1
      default: continue
      }
      if rank > best?.rank ?? 0 { best = (rank, offset) }
    }
    guard let best else { return nil }
    self.font = font
    offset = best.offset
    format = font.u16(best.offset)
  }

  var ranges: [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    func add(_ first: Int, _ last: Int) {
      guard first <= last, last <= 0x10FFFF else { return }
      let first = UInt32(first)
      if let previous = result.last, previous.upperBound >= first { return }
      if let previous = result.last, previous.upperBound + 1 == first {
        result[result.count - 1] = previous.lowerBound...UInt32(last)
      } else {
        result.append(first...UInt32(last))
      }
    }
    if format == 12 {
      for index in 0..<min(font.u32(offset + 12), 100_000) {
        let group = offset + 16 + 12 * index
        add(font.u32(group) + (font.u32(group + 8) == 0 ? 1 : 0), font.u32(group + 4))
      }
    } else {
      for segment in 0..<segmentCount {
        let (start, end) = bounds(of: segment)
        guard start <= end, start < 0xFFFF else { continue }
        for character in start...min(end, 0xFFFE) where glyph(character, in: segment) != 0 { add(character, character) }
      }
    }
    return result
  }

  func glyph(_ character: UInt32) -> Int? {
    let character = Int(character)
    if format == 12 {
      for index in 0..<min(font.u32(offset + 12), 100_000) {
        let group = offset + 16 + 12 * index
        guard font.u32(group + 4) >= character else { continue }
        let first = font.u32(group)
        return character < first ? nil : font.u32(group + 8) + character - first
      }
      return nil
    }
    for segment in 0..<segmentCount {
      let (start, end) = bounds(of: segment)
      guard end >= character else { continue }
      guard start <= character else { return nil }
      let glyph = glyph(character, in: segment)
      return glyph == 0 ? nil : glyph
    }
    return nil
  }

  private var segmentCount: Int { min(font.u16(offset + 6) / 2, 0x8000) }

  private func bounds(of segment: Int) -> (Int, Int) {
    (font.u16(offset + 16 + 2 * segmentCount + 2 * segment), font.u16(offset + 14 + 2 * segment))
  }

  private func glyph(_ character: Int, in segment: Int) -> Int {
    let count = segmentCount
    let (start, _) = bounds(of: segment)
    let delta = font.u16(offset + 16 + 4 * count + 2 * segment)
    let rangeOffset = offset + 16 + 6 * count + 2 * segment
    let range = font.u16(rangeOffset)
    if range == 0 { return (character + delta) & 0xFFFF }
    let glyph = font.u16(rangeOffset + range + 2 * (character - start))
    return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF
  }
}
