import BookModel

/// The colours of a cover: a ramp from dark to light, so that every tone between two of them is a colour that fits.
struct CoverPalette: Sendable {
  let name: String
  /// At the tones 0, 64, 128, 192 and 255, as 0xRRGGBB.
  let stops: [UInt32]

  /// The curated few. Each is dark enough at `CoverTone.ground` for light letters: 4.5 to 1 and more (WCAG 1.4.3).
  static let all: [CoverPalette] = [
    CoverPalette(name: "harbour", stops: [0x081826, 0x0F3554, 0x2F7196, 0xE3A857, 0xFBF5E9]),
    CoverPalette(name: "forest", stops: [0x0A1F1A, 0x14443A, 0x3C8168, 0xD9B44A, 0xF8F4E6]),
    CoverPalette(name: "plum", stops: [0x1A0F22, 0x40234F, 0x80508F, 0xEE9C7D, 0xFCF2EC]),
    CoverPalette(name: "brick", stops: [0x200F0D, 0x57231C, 0xA64B37, 0xEBB28A, 0xFCF4EA]),
    CoverPalette(name: "slate", stops: [0x12161C, 0x2A3441, 0x5C6F82, 0x9CC3C9, 0xF5F7F6]),
    CoverPalette(name: "lagoon", stops: [0x051E22, 0x0A434A, 0x1D8285, 0xF0C987, 0xF9F6EA]),
    CoverPalette(name: "indigo", stops: [0x0F1230, 0x24296B, 0x4F5AB5, 0xF2A98C, 0xFAF3EE]),
  ]

  /// The one that a style names or gives; nil where the title decides.
  init?(_ style: CoverStyle) {
    if let colors = style.colors {
      let stops = colors.map { UInt32($0.red) << 16 | UInt32($0.green) << 8 | UInt32($0.blue) }
      self.init(name: "own", stops: stops)
    } else if let palette = CoverPalette.all.first(where: { $0.name == style.palette }) {
      self = palette
    } else {
      return nil
    }
  }

  init(name: String, stops: [UInt32]) {
    precondition(stops.count == 5, "a palette has five stops")
    self.name = name
    self.stops = stops
  }

  /// The colours of `CoverTone.all`.
  var colors: [IndexedPNG.Color] { CoverTone.all.map(color) }

  /// A colour between two stops.
  func color(at tone: UInt8) -> IndexedPNG.Color {
    let tone = Int(tone)
    let segment = min(tone / 64, 3)
    let length = segment == 3 ? 63 : 64
    let part = tone - segment * 64
    func mix(_ shift: UInt32) -> UInt8 {
      let low = Int(stops[segment] >> shift & 0xFF)
      let high = Int(stops[segment + 1] >> shift & 0xFF)
      return UInt8(low + ((high - low) * part + (high >= low ? length / 2 : -length / 2)) / length)
    }
    return IndexedPNG.Color(red: mix(16), green: mix(8), blue: mix(0))
  }
}

/// Where on the ramp the parts of a cover stand.
enum CoverTone {
  static let deep: UInt8 = 14
  static let ground: UInt8 = 36
  static let low: UInt8 = 68
  static let middle: UInt8 = 128
  static let accent: UInt8 = 192
  static let quietLetters: UInt8 = 232
  static let letters: UInt8 = 255

  /// The tones of the file: the seven above, and nine between them for smooth edges.
  static let all: [UInt8] = [
    deep, 25, ground, 52, low, 88, 108, middle, 148, 166, 180, accent, 206, 219, quietLetters, letters,
  ]

  /// For each tone the number of the nearest in `all`.
  static let nearest: [UInt8] = (0..<256).map { tone in
    let distances = all.map { abs(Int($0) - tone) }
    return UInt8(distances.firstIndex(of: distances.min()!)!)
  }
}
