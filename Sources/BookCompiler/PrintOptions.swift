import BookModel

/// What the command line asks of the printed edition; nil for what it does not say, which is then as `print` of `book.yml`
/// has it, or else the profile's own.
public struct PrintOptions: Sendable {
  /// `screen` or `print`.
  public var profile: String?
  /// A4, Letter, 6x9in, 7x10in, or a width and a height as `170x240mm`.
  public var paper: String?
  /// Points.
  public var bodySize: Double?
  public var opensOnRecto: Bool?
  /// Millimetres.
  public var bleed: Double?
  public var hasCropMarks: Bool?
  public var hasBackCover: Bool?
  /// `RRGGBB`; without one the theme's own.
  public var accent: String?

  public init() {}

  /// Why the options cannot be; nil when they can.
  public var complaint: String? {
    var choices = PrintChoices()
    for (key, value) in written {
      if let expected = choices.set(key, to: value) { return "`--\(key) \(value.scalarText ?? "")` is not \(expected)" }
    }
    return nil
  }

  /// The choices of a book with those of the command line in their place.
  func over(_ book: PrintChoices) -> PrintChoices {
    var choices = book
    for (key, value) in written { _ = choices.set(key, to: value) }
    return choices
  }

  private var written: [(key: String, value: Value)] {
    let values: [(String, Value?)] = [
      ("profile", profile.map(Value.string)), ("paper", paper.map(Value.string)),
      ("body-size", bodySize.map(Value.number)), ("recto", opensOnRecto.map(Value.bool)),
      ("bleed", bleed.map(Value.number)), ("crop-marks", hasCropMarks.map(Value.bool)),
      ("back-cover", hasBackCover.map(Value.bool)), ("accent", accent.map(Value.string)),
    ]
    return values.compactMap { key, value in value.map { (key, $0) } }
  }
}
