/// The colours of the book's diagrams: one quiet family with the covers and admonitions, legible in grey print.
enum Palette {
  static let paper = Color(0xFFFFFF)
  /// Letters.
  static let ink = Color(0x1B2733)
  /// Lines of edges and arrows.
  static let line = Color(0x4A5A6A)
  /// Letters of little weight: axis labels, edge labels' ground is `paper`.
  static let quiet = Color(0x51606E)
  static let nodeFill = Color(0xEAF1F7)
  static let nodeStroke = Color(0x3F6C8F)
  /// Frames around groups.
  static let groupFill = Color(0xF7F5EF)
  static let groupStroke = Color(0xB9AF98)
  static let noteFill = Color(0xFDF4DC)
  static let noteStroke = Color(0xC9A455)
  static let grid = Color(0xD5DBE1)
  static let alarm = Color(0xB3261E)
  static let alarmFill = Color(0xFBE9E7)

  /// Fills of things that stand side by side (slices, sections, bars), told apart in grey by their tones too; dark
  /// letters can be read on each.
  static let series: [Color] = [
    Color(0x9CC4E0), Color(0xF3C98B), Color(0xA9D2B1), Color(0xE3A9A3), Color(0xC9BBE3), Color(0xE8DC9A),
    Color(0x8FCFCB), Color(0xE5B8D1), Color(0xC4CCD4), Color(0xD8BFA0), Color(0xB5D98F), Color(0x9FB4EA),
  ]

  /// The colour of the n-th thing, beginning anew after the last.
  static func series(_ index: Int) -> Color { series[((index % series.count) + series.count) % series.count] }

  /// The line around a fill.
  static func stroke(of fill: Color) -> Color { fill.mixed(with: ink, 0.45) }
}
