import BookModel

/// A part of a formula as `BoxScript` gives it: what a browser would make a box of. All lengths are in ems of the
/// formula; `x` and `y` grow to the right and down.
struct FormulaBox {
  /// A letter or several of one font.
  struct Letters: Hashable {
    var text: String
    var family: String
    var isBold: Bool
    var isItalic: Bool
    var size: Double
  }

  /// Paths of KaTeX's in a view of their own, as wide as the box or cut at its edges.
  struct Curves: Equatable {
    /// The numbers of a `viewBox` after the first two; zeros for lines, which have none.
    var view: (width: Double, height: Double)
    /// As SVG has it in `preserveAspectRatio`.
    var alignment: String
    var paths: [String]
    /// In shares of the box, and how thick in ems.
    var lines: [[Double]]

    static func == (a: Curves, b: Curves) -> Bool {
      a.view == b.view && a.alignment == b.alignment && a.paths == b.paths && a.lines == b.lines
    }
  }

  /// One line of a stack, `y` below the stack's own.
  struct Line {
    enum Alignment: String { case left = "l", center = "c", right = "r" }
    var boxes: [FormulaBox]
    var y: Double
    var alignment: Alignment
    var marginLeft: Double
    var marginRight: Double
    /// What the line is narrower than the stack.
    var narrowing: Double
    /// As its boxes are, without margins.
    var width = 0.0
  }

  enum Content {
    case row([FormulaBox])
    case stack([Line])
    case letters(Letters)
    case curves(Curves)
    /// Boxes that count for nothing in the width: 0 where they begin at the place, 1 where they end at it.
    case lap(Double, [FormulaBox])
    /// Parts of an arrow over the whole width of the box, each a share of it.
    case parts([FormulaBox])
  }

  var content: Content
  var marginLeft = 0.0
  var marginRight = 0.0
  var paddingLeft = 0.0
  var paddingRight = 0.0
  /// nil for a box as wide as what is in it.
  var width: Double?
  /// nil for none, since what is in a box may be less wide than nothing.
  var minimumWidth: Double?
  /// Whether the box is as wide as the stack that it is in.
  var fills = false
  /// Where it is shown away from its place.
  var shiftX = 0.0
  var shiftY = 0.0
  /// Above the line, of curves and frames.
  var height = 0.0
  /// CSS's name or number; nil for the text's own.
  var color: String?
  /// Top, right, bottom, left.
  var borders: [Double] = []
  var borderColor: String?
  var background: String?
  /// The thickness of an upright line.
  var uprightRule = 0.0
  var isDashed = false
  /// Where the same is shown a second time, which makes it bolder.
  var shadow: (x: Double, y: Double)?
  /// Of the parent's width: where a part begins, and how wide it is.
  var share: (start: Double, width: Double)?
  /// Worked out by `FormulaLayout`: with margins, as if nothing filled.
  var naturalWidth = 0.0
}

/// A whole formula.
struct FormulaPage {
  struct Line {
    var boxes: [FormulaBox]
    var height: Double
    var depth: Double
    /// More space above.
    var gap: Double
  }
  var lines: [Line]
  var tag: FormulaBox?
}

extension FormulaPage {
  /// - Returns: nil for what `BoxScript` does not write.
  init?(_ value: Value) {
    guard let written = value["lines"]?.array else { return nil }
    lines = written.map { line in
      Line(
        boxes: FormulaBox.list(line["k"]), height: line["h"]?.number ?? 0, depth: line["d"]?.number ?? 0,
        gap: line["gap"]?.number ?? 0)
    }
    tag = value["tag"].flatMap { FormulaBox($0) }
  }
}

extension FormulaBox {
  static func list(_ value: Value?) -> [FormulaBox] { (value?.array ?? []).compactMap { FormulaBox($0) } }

  init?(_ value: Value) {
    func number(_ key: String) -> Double { value[key]?.number ?? 0 }
    guard value.members != nil else { return nil }
    content = FormulaBox.content(value)
    (marginLeft, marginRight) = (number("ml"), number("mr"))
    (paddingLeft, paddingRight) = (number("pl"), number("pr"))
    width = value["w"]?.number
    minimumWidth = value["mw"]?.number
    fills = value["fw"] != nil
    (shiftX, shiftY) = (number("x"), number("y"))
    height = number("h")
    color = value["c"]?.string
    borders = (value["b"]?.array ?? []).compactMap(\.number)
    borderColor = value["bc"]?.string
    background = value["bg"]?.string
    uprightRule = number("vr")
    isDashed = number("da") == 1
    if let shift = value["sh"]?.array?.compactMap(\.number), shift.count == 2 { shadow = (shift[0], shift[1]) }
    if let part = value["o"]?.array?.compactMap(\.number), part.count == 2 { share = (part[0], part[1]) }
  }

  private static func content(_ value: Value) -> Content {
    if let text = value["t"]?.string {
      let font = value["f"]?.array ?? []
      return .letters(
        Letters(
          text: text, family: font.first?.string ?? "Main", isBold: font.count > 1 && font[1].bool == true,
          isItalic: font.count > 2 && font[2].bool == true, size: value["z"]?.number ?? 1))
    }
    if let lines = value["v"]?.array { return .stack(lines.map(Line.init)) }
    if let curves = value["s"] { return .curves(Curves(curves)) }
    if let side = value["lap"]?.number { return .lap(side, list(value["k"])) }
    let parts = list(value["o"])
    return parts.isEmpty ? .row(list(value["k"])) : .parts(parts)
  }
}

extension FormulaBox.Line {
  fileprivate init(_ value: Value) {
    boxes = FormulaBox.list(value["k"])
    y = value["y"]?.number ?? 0
    alignment = value["al"]?.string.flatMap(Alignment.init(rawValue:)) ?? .left
    marginLeft = value["ml"]?.number ?? 0
    marginRight = value["mr"]?.number ?? 0
    narrowing = value["dw"]?.number ?? 0
  }
}

extension FormulaBox.Curves {
  fileprivate init(_ value: Value) {
    let size = value["v"]?.array?.compactMap(\.number) ?? []
    view = size.count == 2 ? (size[0], size[1]) : (0, 0)
    alignment = value["a"]?.string ?? ""
    paths = (value["d"]?.array ?? []).compactMap(\.string)
    lines = (value["l"]?.array ?? []).map { ($0.array ?? []).compactMap(\.number) }
  }
}
