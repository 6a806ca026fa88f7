/// How a path is painted.
struct Paint: Equatable, Sendable {
  var fill: Color?
  var stroke: Color?
  var width = 1.5
  /// Lengths of dashes and gaps in turn; empty for a whole line.
  var dash: [Double] = []

  init(fill: Color? = nil, stroke: Color? = nil, width: Double = 1.5, dash: [Double] = []) {
    self.fill = fill
    self.stroke = stroke
    self.width = width
    self.dash = dash
  }
}

/// How letters look.
struct TextStyle: Equatable, Sendable {
  /// In CSS pixels.
  var size = 14.0
  var color = Palette.ink
  var isBold = false
  var isItalic = false
  var isMonospaced = false

  init(
    size: Double = 14, color: Color = Palette.ink, isBold: Bool = false, isItalic: Bool = false,
    isMonospaced: Bool = false
  ) {
    self.size = size
    self.color = color
    self.isBold = isBold
    self.isItalic = isItalic
    self.isMonospaced = isMonospaced
  }
}

/// A drawing before it has a format: marks, from the undermost to the topmost.
struct Scene: Sendable {
  enum Mark: Equatable, Sendable {
    case path(Path, Paint)
    case text(TextLine)
    /// What follows up to `end` is one thing of the diagram.
    case begin(Role)
    case end
  }

  /// What a part of a drawing stands for, as the class of its element tells those who look into the drawing.
  enum Role: String, Sendable {
    /// A box, bar, slice or face, with its label.
    case node
    /// A line with its tips.
    case edge
    /// A frame around nodes.
    case group
    /// The words at the head of a frame.
    case title
  }

  /// A line of letters of one style.
  struct TextLine: Equatable, Sendable {
    var text: String
    var style: TextStyle
    /// The left end of the baseline.
    var origin: Point
    /// As measured; a reader with another font squeezes or stretches the line to it.
    var width: Double
    /// In degrees, clockwise around `origin`.
    var rotation = 0.0
  }

  private(set) var marks: [Mark] = []
  private(set) var bounds: Rect?

  init() {}

  mutating func add(_ path: Path, _ paint: Paint) {
    guard let box = path.bounds else { return }
    marks.append(.path(path, paint))
    include(box.expanded(by: paint.stroke == nil ? 0 : paint.width / 2))
  }

  mutating func add(_ line: TextLine) {
    guard !line.text.isEmpty else { return }
    marks.append(.text(line))
    let (ascent, descent) = (line.style.size * 0.8, line.style.size * 0.25)
    if line.rotation == 0 {
      include(Rect(line.origin.x, line.origin.y - ascent, line.origin.x + line.width, line.origin.y + descent))
    } else {
      let angle = line.rotation * Double.pi / 180
      let (along, up) = (Point.polar(1, angle), Point.polar(1, angle - Double.pi / 2))
      for (x, y) in [(0, ascent), (0, -descent), (line.width, ascent), (line.width, -descent)] {
        let corner = line.origin + along * x + up * y
        include(Rect(corner.x, corner.y, corner.x, corner.y))
      }
    }
  }

  /// Begins a thing of the diagram, which `end` ends; they may stand within each other.
  mutating func begin(_ role: Role) { marks.append(.begin(role)) }
  mutating func end() { marks.append(.end) }

  /// Puts all of another scene on top, moved by an offset.
  mutating func add(_ other: Scene, at offset: Point) {
    for mark in other.marks {
      switch mark {
      case .path(let path, let paint): add(path.moved(by: offset), paint)
      case .text(var line):
        line.origin = line.origin + offset
        add(line)
      case .begin, .end: marks.append(mark)
      }
    }
  }

  /// Sees to it that the drawing is at least as large as a box, though nothing is drawn there.
  mutating func include(_ box: Rect) {
    bounds = bounds?.union(box) ?? box
  }
}

extension Path {
  func moved(by offset: Point) -> Path {
    var moved = Path()
    for step in steps {
      switch step {
      case .move(let point): moved.move(to: point + offset)
      case .line(let point): moved.line(to: point + offset)
      case .curve(let first, let second, let point):
        moved.curve(first + offset, second + offset, to: point + offset)
      case .close: moved.close()
      }
    }
    return moved
  }
}
