extension NodeShape {
  /// How large the shape is around letters of a size.
  func size(around label: Size) -> Size {
    let (width, height) = (max(label.width, 12), max(label.height, 18))
    switch self {
    case .smallCircle, .filledCircle: return Size(14, 14)
    case .framedCircle: return Size(18, 18)
    case .crossedCircle, .hourglass: return Size(30, 30)
    case .bolt: return Size(26, 36)
    case .bar: return Size(72, 7)
    case .text: return Size(width + 8, height + 8)
    case .circle, .cloud, .bang:
      let diameter = (width * width + height * height).squareRoot() + 14
      return self == .circle ? Size(diameter, diameter) : Size(width * 1.25 + 28, height * 1.3 + 30)
    case .doubleCircle:
      let diameter = (width * width + height * height).squareRoot() + 24
      return Size(diameter, diameter)
    case .ellipse: return Size(width * 1.3 + 24, height * 1.3 + 18)
    case .diamond:
      // A rhombus of these diagonals has the letters' box inside it: w/W + h/H = 1.
      let (w, h) = (width + 14, height + 8)
      return Size(w + h * 1.15, h + w / 1.15)
    case .triangle, .flippedTriangle: return Size(width * 1.6 + 40, height * 1.7 + 34)
    case .hexagon: return Size(width + height + 28, height + 20)
    case .leanRight, .leanLeft, .trapezoid, .invertedTrapezoid: return Size(width + height + 34, height + 20)
    case .cylinder, .linedCylinder: return Size(width + 32, height + 38)
    case .horizontalCylinder, .curvedTrapezoid, .bowTie: return Size(width + 56, height + 22)
    case .subroutine, .linedRectangle, .windowPane: return Size(width + 48, height + 24)
    case .document, .taggedDocument, .flag: return Size(width + 32, height + 36)
    case .linedDocument: return Size(width + 48, height + 36)
    case .documents, .rectangles: return Size(width + 42, height + 42)
    case .dividedRectangle, .slopedRectangle, .notchedPentagon: return Size(width + 32, height + 34)
    case .stadium: return Size(width + height + 20, height + 18)
    case .braceLeft, .braceRight, .braces: return Size(width + 40, height + 14)
    case .rectangle, .rounded, .asymmetric, .card, .taggedRectangle, .delay, .dataStore:
      return Size(width + 32, height + 20)
    }
  }

  /// How far from the shape's centre the letters' centre lies.
  func labelOffset(in size: Size) -> Point {
    switch self {
    case .cylinder, .linedCylinder: Point(0, 6)
    case .document, .taggedDocument, .linedDocument: Point(self == .linedDocument ? 6 : 0, -6)
    case .documents: Point(-4, 0)
    case .rectangles: Point(-4, 4)
    case .triangle: Point(0, size.height * 0.17)
    case .flippedTriangle: Point(0, -size.height * 0.17)
    case .dividedRectangle, .slopedRectangle, .notchedPentagon: Point(0, 6)
    case .asymmetric, .linedRectangle: Point(6, 0)
    case .windowPane: Point(6, 6)
    case .horizontalCylinder: Point(-6, 0)
    default: Point(0, 0)
    }
  }
}
