import PangoBinding

/// A formula laid out: what is to be drawn, and where. In ems of the formula, from the left end of its line, y down.
struct FormulaDrawing {
  struct Letters {
    var outline: Outline
    var x: Double
    var y: Double
    var size: Double
    var color: String?
  }

  struct Rectangle: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var color: String?
    /// For a line that is broken into dashes.
    var isDashed = false
  }

  struct Curves {
    var frame: Rectangle
    var curves: FormulaBox.Curves
  }

  enum Element {
    case letters(Letters)
    case rectangle(Rectangle)
    case curves(Curves)
  }

  /// In the order they are painted.
  var elements: [Element] = []
  /// To the end of the line, space included.
  var width = 0.0
  /// The edges of the ink.
  private(set) var left = Double.infinity
  private(set) var right = -Double.infinity
  private(set) var top = Double.infinity
  private(set) var bottom = -Double.infinity

  mutating func add(_ letters: Letters) {
    guard letters.color != "transparent", !letters.outline.steps.isEmpty else { return }
    elements.append(.letters(letters))
    for point in letters.outline.points {
      cover(letters.x + Double(point.x) * letters.size, letters.y - Double(point.y) * letters.size)
    }
  }

  mutating func add(_ rectangle: Rectangle) {
    guard rectangle.color != "transparent", rectangle.width > 0, rectangle.height > 0 else { return }
    elements.append(.rectangle(rectangle))
    cover(rectangle)
  }

  mutating func add(_ curves: Curves) {
    guard curves.frame.color != "transparent", curves.frame.width > 0, curves.frame.height > 0 else { return }
    elements.append(.curves(curves))
    cover(curves.frame)
  }

  private mutating func cover(_ rectangle: Rectangle) {
    cover(rectangle.x, rectangle.y)
    cover(rectangle.x + rectangle.width, rectangle.y + rectangle.height)
  }

  private mutating func cover(_ x: Double, _ y: Double) {
    (left, right) = (min(left, x), max(right, x))
    (top, bottom) = (min(top, y), max(bottom, y))
  }
}

extension Outline {
  /// The points of the contours, those that only bend them included.
  fileprivate var points: [Point] {
    steps.flatMap { step -> [Point] in
      switch step {
      case .move(let to), .line(let to): [to]
      case .quadratic(let control, let to): [control, to]
      case .cubic(let first, let second, let to): [first, second, to]
      case .close: []
      }
    }
  }
}
