/// A colour of sRGB; opacity counts.
struct Color: Hashable, Sendable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8
  var alpha: UInt8 = 255

  /// - Parameter hex: `0xRRGGBB`
  init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    func byte(_ part: Double) -> UInt8 { UInt8((max(0, min(1, part.isNaN ? 0 : part)) * 255).rounded()) }
    self.red = byte(red)
    self.green = byte(green)
    self.blue = byte(blue)
    self.alpha = byte(alpha)
  }

  /// `#rrggbb`
  var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = [UInt8(ascii: "#")]
    for byte in [red, green, blue] { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Relative luminance (WCAG 2.2), 0 for black and 1 for white; over white where it is translucent.
  var luminance: Double {
    let opacity = Double(alpha) / 255
    func linear(_ byte: UInt8) -> Double {
      let part = (Double(byte) * opacity + 255 * (1 - opacity)) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG's ratio of contrast, 1 to 21.
  func contrast(to other: Color) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// Itself if it can be read on a ground (4.5 to 1), else ink or white, whichever can be read better.
  func legible(on ground: Color) -> Color {
    if contrast(to: ground) >= 4.5 { return self }
    return Palette.ink.contrast(to: ground) >= Color(0xFFFFFF).contrast(to: ground) ? Palette.ink : Color(0xFFFFFF)
  }

  /// Towards another colour; 0 is itself, 1 the other.
  func mixed(with other: Color, _ part: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> Double { (Double(a) * (1 - part) + Double(b) * part) / 255 }
    return Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}
