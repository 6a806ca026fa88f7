/// A scale of round numbers over a range of values.
struct NiceScale {
  let low: Double
  let high: Double
  let step: Double

  /// - Parameters:
  ///   - fixed: whether the ends are the author's and stay as they are.
  init(_ low: Double, _ high: Double, fixed: Bool, steps: Int = 6) {
    let (a, b) = low <= high ? (low, high) : (high, low)
    let span = b > a ? b - a : max(1, abs(a))
    step = NiceScale.niceStep(span / Double(max(1, steps)))
    if fixed, b > a {
      (self.low, self.high) = (a, b)
    } else {
      self.low = (a / step).rounded(.down) * step
      let top = (b / step).rounded(.up) * step
      self.high = top > self.low ? top : self.low + step
    }
  }

  private static func niceStep(_ rough: Double) -> Double {
    var magnitude = 1.0
    while magnitude * 10 <= rough, magnitude < 1e16 { magnitude *= 10 }
    while magnitude > rough, magnitude > 1e-12 { magnitude /= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * magnitude }.first { $0 >= rough } ?? 10 * magnitude
  }

  /// The round numbers within; never very many.
  var ticks: [Double] {
    let first = (low / step).rounded(.up)
    var ticks: [Double] = []
    for index in 0..<40 {
      let tick = (first + Double(index)) * step
      if tick > high + step * 1e-6 { break }
      ticks.append(abs(tick) < step * 1e-9 ? 0 : tick)
    }
    return ticks
  }

  /// 0 at the low end, 1 at the high one.
  func part(_ value: Double) -> Double { high > low ? ((value - low) / (high - low)).clamped(0, 1) : 0 }
}
