/// The ornament of a cover: tiles of plain geometry, laid by numbers that the title seeds.
enum CoverPattern: Int, CaseIterable {
  /// Quarter and half discs, as on tiles of the 1920s.
  case quarters
  /// Rings round the corners of the tiles, that meet those of their neighbours.
  case rings
  /// Dots that swell and shrink in a wave.
  case dots
  /// Bars of different lengths, like lines of a text or a program.
  case bars

  /// - Parameters:
  ///   - top: where the ornament begins, in pixels.
  ///   - height: a multiple of 400 pixels.
  func draw(on canvas: inout Canvas, top: Int, height: Int, numbers: inout SplitMix64) {
    switch self {
    case .quarters: drawQuarters(on: &canvas, top: top, height: height, numbers: &numbers)
    case .rings: drawRings(on: &canvas, top: top, height: height, numbers: &numbers)
    case .dots: drawDots(on: &canvas, top: top, height: height, numbers: &numbers)
    case .bars: drawBars(on: &canvas, top: top, height: height, numbers: &numbers)
    }
  }

  private func drawQuarters(on canvas: inout Canvas, top: Int, height: Int, numbers: inout SplitMix64) {
    let cell = [200, 400][numbers.number(below: 2)]
    let grounds: [UInt8] = [CoverTone.deep, CoverTone.ground, CoverTone.low, CoverTone.low, CoverTone.middle]
    let figures: [UInt8] = [
      CoverTone.deep, CoverTone.low, CoverTone.middle, CoverTone.middle, CoverTone.accent, CoverTone.letters,
    ]
    for y in stride(from: top, to: top + height, by: cell) {
      for x in stride(from: 0, to: canvas.width, by: cell) {
        let ground = grounds[numbers.number(below: grounds.count)]
        canvas.fill(x: x..<x + cell, y: y..<y + cell, tone: ground)
        let others = figures.filter { $0 != ground }
        let tone = others[numbers.number(below: others.count)]
        canvas.fill(figure(x: Float(x), y: Float(y), cell: Float(cell), numbers: &numbers), tone: tone)
      }
    }
  }

  private func figure(x: Float, y: Float, cell: Float, numbers: inout SplitMix64) -> Shape {
    var shape = Shape()
    let half = cell / 2
    switch numbers.number(below: 8) {
    case 0, 1: shape.addQuarter(x: x, y: y, radiusX: cell, radiusY: cell)
    case 2, 3: shape.addQuarter(x: x + cell, y: y + cell, radiusX: -cell, radiusY: -cell)
    case 4: shape.addQuarter(x: x + cell, y: y, radiusX: -cell, radiusY: cell)
    case 5: shape.addQuarter(x: x, y: y + cell, radiusX: cell, radiusY: -cell)
    case 6:
      shape.addQuarter(x: x + half, y: y, radiusX: half, radiusY: half)
      shape.addQuarter(x: x + half, y: y, radiusX: -half, radiusY: half)
      shape.addQuarter(x: x + half, y: y + cell, radiusX: half, radiusY: -half)
      shape.addQuarter(x: x + half, y: y + cell, radiusX: -half, radiusY: -half)
    default: shape.addDisc(x: x + half, y: y + half, radius: half * 0.6)
    }
    return shape
  }

  private func drawRings(on canvas: inout Canvas, top: Int, height: Int, numbers: inout SplitMix64) {
    let cell = 400
    for y in stride(from: top, to: top + height, by: cell) {
      for x in stride(from: 0, to: canvas.width, by: cell) {
        let isDark = numbers.number(below: 2) == 0
        canvas.fill(x: x..<x + cell, y: y..<y + cell, tone: isDark ? CoverTone.deep : CoverTone.low)
        let isFromRight = numbers.number(below: 2) == 0
        let isFromBottom = numbers.number(below: 2) == 0
        let accented = numbers.number(below: 9)
        for ring in 0..<4 {
          let radius = Float(cell - ring * 100)
          let tone = ring == accented ? CoverTone.accent : isDark ? CoverTone.middle : CoverTone.deep
          for (part, tone) in [(radius, tone), (radius - 50, isDark ? CoverTone.deep : CoverTone.low)] {
            var shape = Shape()
            shape.addQuarter(
              x: Float(isFromRight ? x + cell : x), y: Float(isFromBottom ? y + cell : y),
              radiusX: isFromRight ? -part : part, radiusY: isFromBottom ? -part : part)
            canvas.fill(shape, tone: tone)
          }
        }
      }
    }
  }

  private func drawDots(on canvas: inout Canvas, top: Int, height: Int, numbers: inout SplitMix64) {
    let cell = 80
    canvas.fill(x: 0..<canvas.width, y: top..<top + height, tone: CoverTone.deep)
    let focusX = Float(numbers.number(below: canvas.width))
    let focusY = Float(top + numbers.number(below: height))
    let period = Float(500 + numbers.number(below: 5) * 100)
    for y in stride(from: top + cell / 2, to: top + height, by: cell) {
      for x in stride(from: cell / 2, to: canvas.width, by: cell) {
        let (dx, dy) = (Float(x) - focusX, Float(y) - focusY)
        let distance = (dx * dx + dy * dy).squareRoot()
        let phase = (distance / period).truncatingRemainder(dividingBy: 1)
        let wave = abs(2 * phase - 1)
        var shape = Shape()
        // Whole radii: equal dots are equal bytes, and the file is small.
        let radius = (6 + 32 * wave * wave * (3 - 2 * wave)).rounded()
        shape.addDisc(x: Float(x), y: Float(y), radius: radius)
        canvas.fill(shape, tone: distance < period ? CoverTone.accent : CoverTone.middle)
      }
    }
  }

  private func drawBars(on canvas: inout Canvas, top: Int, height: Int, numbers: inout SplitMix64) {
    let pitch = 100
    canvas.fill(x: 0..<canvas.width, y: top..<top + height, tone: CoverTone.deep)
    let tones: [UInt8] = [CoverTone.low, CoverTone.low, CoverTone.middle, CoverTone.middle, CoverTone.accent]
    for y in stride(from: top + pitch / 4, to: top + height, by: pitch) {
      var x = 130 + numbers.number(below: 4) * 100
      while x < canvas.width - 200 {
        let length = min(100 + numbers.number(below: 7) * 80, canvas.width - 130 - x)
        var shape = Shape()
        let radius: Float = 25
        let (left, right, middle) = (Float(x) + radius, Float(x + length) - radius, Float(y) + radius)
        shape.addDisc(x: left, y: middle, radius: radius)
        shape.addDisc(x: right, y: middle, radius: radius)
        shape.addRectangle(x: left, y: Float(y), width: right - left, height: 2 * radius)
        canvas.fill(shape, tone: tones[numbers.number(below: tones.count)])
        x += length + 40
        if numbers.number(below: 4) == 0 { break }
      }
    }
  }
}
