/// A place on the drawing, in CSS pixels, y down.
struct Point: Equatable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }

  /// The same direction at length 1; to the right for the origin itself.
  var direction: Point { length < 1e-9 ? Point(1, 0) : self * (1 / length) }
}

struct Size: Equatable, Sendable {
  var width: Double
  var height: Double

  init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

struct Rect: Equatable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  init(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  init(center: Point, size: Size) {
    self.init(
      center.x - size.width / 2, center.y - size.height / 2, center.x + size.width / 2, center.y + size.height / 2)
  }

  init(x: Double, y: Double, width: Double, height: Double) {
    self.init(x, y, x + width, y + height)
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var center: Point { Point((minX + maxX) / 2, (minY + maxY) / 2) }
  var size: Size { Size(width, height) }

  func union(_ other: Rect) -> Rect {
    Rect(min(minX, other.minX), min(minY, other.minY), max(maxX, other.maxX), max(maxY, other.maxY))
  }

  /// Larger by a distance on every side.
  func expanded(by distance: Double) -> Rect {
    Rect(minX - distance, minY - distance, maxX + distance, maxY + distance)
  }
}
