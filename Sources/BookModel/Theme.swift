/// The look that both editions share: colours, fonts and the design of the cover, as `theme.yml` gives them
/// (`Docs/theme-yml.md`). The values of the standard theme stand in `templates/theme.yml` and nowhere else.
package struct Theme: Equatable, Sendable {
  /// An opaque colour of sRGB.
  package struct Color: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// 0xRRGGBB.
    package init(_ number: UInt32) {
      self.init(
        red: UInt8(number >> 16 & 0xFF), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
    }
  }

  /// A colour in its two forms: for white and sepia pages and for print, and for dark pages.
  package struct Tone: Hashable, Sendable {
    package var light: Color
    package var dark: Color

    package init(light: Color, dark: Color) {
      self.light = light
      self.dark = dark
    }
  }

  /// What a run of code may be, as far as colours tell.
  package enum CodeRole: String, CaseIterable, Sendable {
    case keyword, comment, string, number, function, type, property, meta, inserted, deleted
  }

  /// What letters a font is for.
  package enum FontRole: String, CaseIterable, Sendable {
    case text, headings, code
  }

  /// Rules, the line over a chapter's title, highlighted lines.
  package var accent: Tone
  /// In the order of `Admonition.Style.allCases`.
  package var admonitions: [Tone]
  /// In the order of `CodeRole.allCases`.
  package var code: [Tone]
  /// Paths of font files, in the order of `FontRole.allCases`; empty lists for the reader's own font.
  package var fonts: [[String]]
  package var cover: CoverStyle

  package init(accent: Tone, admonitions: [Tone], code: [Tone], fonts: [[String]], cover: CoverStyle) {
    precondition(
      admonitions.count == Admonition.Style.allCases.count && code.count == CodeRole.allCases.count
        && fonts.count == FontRole.allCases.count, "a theme has a value for each of its names")
    self.accent = accent
    self.admonitions = admonitions
    self.code = code
    self.fonts = fonts
    self.cover = cover
  }

  package subscript(style: Admonition.Style) -> Tone { admonitions[Admonition.Style.allCases.firstIndex(of: style)!] }
  package subscript(role: CodeRole) -> Tone { code[CodeRole.allCases.firstIndex(of: role)!] }
  package subscript(role: FontRole) -> [String] { fonts[FontRole.allCases.firstIndex(of: role)!] }
}

/// How the cover is drawn that the tool makes.
package struct CoverStyle: Equatable, Sendable {
  /// The layout.
  package enum Design: String, CaseIterable, Sendable {
    /// The title on a dark ground over tiles of plain geometry.
    case mosaic
    /// The title on paper beside a band of ornament.
    case band
    /// The title over great rings that leave the page.
    case arcs
  }

  /// nil to have the title decide.
  package var design: Design?
  /// The name of one of the palettes of the program; nil to have the title decide.
  package var palette: String?
  /// Five colours from dark to light, instead of a palette.
  package var colors: [Theme.Color]?

  package init(design: Design? = nil, palette: String? = nil, colors: [Theme.Color]? = nil) {
    self.design = design
    self.palette = palette
    self.colors = colors
  }

  /// The palettes of the program, by name.
  package static let palettes = ["harbour", "forest", "plum", "brick", "slate", "lagoon", "indigo"]
}

extension Theme.Color {
  /// `#1e689d`
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    for channel in [red, green, blue] {
      bytes.append(digits[Int(channel >> 4)])
      bytes.append(digits[Int(channel & 15)])
    }
    return "#" + String(decoding: bytes, as: UTF8.self)
  }

  /// `#1e689d` or `#169`, in either case; nil for anything else.
  package init?(hex: String) {
    let bytes = Array(hex.utf8)
    guard bytes.first == UInt8(ascii: "#"), [4, 7].contains(bytes.count) else { return nil }
    let digits = bytes.dropFirst().compactMap { byte in Character(UnicodeScalar(byte)).hexDigitValue }
    guard digits.count == bytes.count - 1 else { return nil }
    let isShort = digits.count == 3
    func channel(_ index: Int) -> UInt8 {
      UInt8(isShort ? digits[index] * 17 : digits[2 * index] * 16 + digits[2 * index + 1])
    }
    self.init(red: channel(0), green: channel(1), blue: channel(2))
  }

  /// Relative luminance, from 0 for black to 1 for white (WCAG 2.2, "relative luminance").
  package var luminance: Double {
    0.2126 * Theme.Color.linear(red) + 0.7152 * Theme.Color.linear(green) + 0.0722 * Theme.Color.linear(blue)
  }

  /// From 1 to 21 (WCAG 2.2, "contrast ratio").
  package func contrast(with other: Theme.Color) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }

  /// sRGB's curve without the C library: x^2.4 is x² times the fifth root of x², found by Newton's method.
  private static func linear(_ byte: UInt8) -> Double {
    let value = Double(byte) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<24 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}
