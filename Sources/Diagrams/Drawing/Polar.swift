import Glibc

extension Point {
  /// The point at a distance and an angle from the origin; in radians, clockwise from the right.
  static func polar(_ radius: Double, _ angle: Double) -> Point { Point(radius * cos(angle), radius * sin(angle)) }
}
