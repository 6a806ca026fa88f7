/// The shapes of letters: closed contours of lines and Bézier curves, filled by the non-zero rule.
package struct Outline: Equatable, Sendable {
  package struct Point: Equatable, Sendable {
    package var x: Float
    package var y: Float

    package init(x: Float, y: Float) {
      self.x = x
      self.y = y
    }
  }

  package enum Step: Equatable, Sendable {
    case move(Point)
    case line(Point)
    case quadratic(Point, Point)
    case cubic(Point, Point, Point)
    case close
  }

  package var steps: [Step] = []

  package init() {}
}

/// Why letters could not be set.
package enum TextError: Error, Equatable, CustomStringConvertible {
  /// The machine lacks a library: its name and how to get it.
  case libraryMissing(name: String, remedy: String)
  /// The bytes are no font.
  case badFont

  package var description: String {
    switch self {
    case .libraryMissing(let name, let remedy): "\(name) is not on this machine: \(remedy)"
    case .badFont: "the font cannot be read"
    }
  }
}
