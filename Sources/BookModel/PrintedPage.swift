/// What a printed edition is made for.
package enum PrintProfile: String, Sendable, CaseIterable {
  /// One-sided, coloured links, no blank pages.
  case screen
  /// Two-sided with a binding offset; links in black, with the page they lead to or their address as a footnote.
  case print
}

/// The trimmed page, in millimetres.
package struct Paper: Equatable, Sendable {
  package var width: Double
  package var height: Double

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  package static let a4 = Paper(width: 210, height: 297)
  package static let letter = Paper(width: 215.9, height: 279.4)
  package static let sixByNine = Paper(width: 152.4, height: 228.6)
  package static let sevenByTen = Paper(width: 177.8, height: 254)

  /// By its name, or by its measures with a unit, each from 80 to 600 millimetres: `A4`, `6x9in`, `170x240mm`.
  package init?(named name: String) {
    switch name.lowercased() {
    case "a4": self = .a4
    case "letter": self = .letter
    case "6x9in", "6x9": self = .sixByNine
    case "7x10in", "7x10": self = .sevenByTen
    default:
      let text = name.lowercased()
      guard let unit = ["mm", "cm", "in"].first(where: { text.hasSuffix($0) }) else { return nil }
      let sides = text.dropLast(2).split(separator: "x").compactMap { Double($0) }
      let factor = unit == "in" ? 25.4 : unit == "cm" ? 10 : 1
      guard sides.count == 2, sides.allSatisfy({ (80...600).contains($0 * factor) }) else { return nil }
      self.init(width: sides[0] * factor, height: sides[1] * factor)
    }
  }
}

/// What is asked of the printed edition, in `print` of `book.yml` or on the command line; nil for what is not.
package struct PrintChoices: Equatable, Sendable {
  package var profile: PrintProfile?
  package var paper: Paper?
  /// The size of the running text in points.
  package var bodySize: Double?
  /// Whether parts and chapters begin on right-hand pages.
  package var opensOnRecto: Bool?
  /// What the picture of a page reaches over its edge, in millimetres.
  package var bleed: Double?
  package var hasCropMarks: Bool?
  package var hasBackCover: Bool?
  /// The colour of titles, in the place of the theme's.
  package var accent: Theme.Color?

  package init() {}

  /// The keys of `print`, which are the names of the options too, in the order of the documentation.
  package static let keys = [
    "profile", "paper", "body-size", "recto", "bleed", "crop-marks", "back-cover", "accent",
  ]

  /// Takes one choice as it is written.
  /// - Returns: what the value should have been; nil for a value that is right.
  package mutating func set(_ key: String, to value: Value) -> String? {
    switch key {
    case "profile":
      return set(\.profile, value.scalarText.flatMap(PrintProfile.init(rawValue:)), or: "`screen` or `print`")
    case "paper":
      return set(
        \.paper, value.scalarText.flatMap(Paper.init(named:)),
        or: "a paper: A4, Letter, 6x9in, 7x10in, or measures as 170x240mm")
    case "body-size": return set(\.bodySize, value.number(in: 7...16), or: "a size from 7 to 16 points")
    case "recto": return set(\.opensOnRecto, value.bool, or: "`true` or `false`")
    case "bleed": return set(\.bleed, value.number(in: 0...20), or: "a length from 0 to 20 millimetres")
    case "crop-marks": return set(\.hasCropMarks, value.bool, or: "`true` or `false`")
    case "back-cover": return set(\.hasBackCover, value.bool, or: "`true` or `false`")
    case "accent":
      return set(
        \.accent, value.scalarText.flatMap(Theme.Color.init(digits:)), or: "a colour of six hexadecimal digits")
    default: return "a choice about the printed edition"
    }
  }

  private mutating func set<Choice>(
    _ path: WritableKeyPath<PrintChoices, Choice?>, _ choice: Choice?, or expected: String
  ) -> String? {
    guard let choice else { return expected }
    self[keyPath: path] = choice
    return nil
  }
}

extension Value {
  fileprivate func number(in range: ClosedRange<Double>) -> Double? {
    number.flatMap { range.contains($0) ? $0 : nil }
  }
}

extension Theme.Color {
  /// `1F4E85`, with or without `#`.
  fileprivate init?(digits: String) {
    guard digits.utf8.count >= 6 else { return nil }
    self.init(hex: digits.hasPrefix("#") ? digits : "#" + digits)
  }
}
