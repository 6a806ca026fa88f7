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

  /// - Parameter field: where the ornament stands, in pixels; what reaches beyond the cover is cut off.
  func draw(on drawing: inout CoverDrawing, in field: CoverField, numbers: inout SplitMix64) {
    switch self {
    case .quarters: drawQuarters(on: &drawing, in: field, numbers: &numbers)
    case .rings: drawRings(on: &drawing, in: field, numbers: &numbers)
    case .dots: drawDots(on: &drawing, in: field, numbers: &numbers)
    case .bars: drawBars(on: &drawing, in: field, numbers: &numbers)
    }
  }

  private func drawQuarters(on drawing: inout CoverDrawing, in field: CoverField, numbers: inout SplitMix64) {
    let cell = [200, 400][numbers.number(below: 2)]
    let grounds: [UInt8] = [CoverTone.deep, CoverTone.ground, CoverTone.low, CoverTone.low, CoverTone.middle]
    let figures: [UInt8] = [
      CoverTone.deep, CoverTone.low, CoverTone.middle, CoverTone.middle, CoverTone.accent, CoverTone.letters,
    ]
    for y in stride(from: field.y.lowerBound, to: field.y.upperBound, by: cell) {
      for x in stride(from: field.x.lowerBound, to: field.x.upperBound, by: cell) {
        let ground = grounds[numbers.number(below: grounds.count)]
        drawing.fill(x: x..<x + cell, y: y..<y + cell, tone: ground)
        let others = figures.filter { $0 != ground }
        let tone = others[numbers.number(below: others.count)]
        drawing.fill(figure(x: Float(x), y: Float(y), cell: Float(cell), numbers: &numbers), tone: tone)
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

  private func drawRings(on drawing: inout CoverDrawing, in field: CoverField, numbers: inout SplitMix64) {
    let cell = 400
    for y in stride(from: field.y.lowerBound, to: field.y.upperBound, by: cell) {
      for x in stride(from: field.x.lowerBound, to: field.x.upperBound, by: cell) {
        let isDark = numbers.number(below: 2) == 0
        drawing.fill(x: x..<x + cell, y: y..<y + cell, tone: isDark ? CoverTone.deep : CoverTone.low)
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
            drawing.fill(shape, tone: tone)
          }
        }
      }
    }
  }

  private func drawDots(on drawing: inout CoverDrawing, in field: CoverField, numbers: inout SplitMix64) {
    let cell = 80
    drawing.fill(x: field.x, y: field.y, tone: CoverTone.deep)
    let focusX = Float(field.x.lowerBound + numbers.number(below: field.x.count))
    let focusY = Float(field.y.lowerBound + numbers.number(below: field.y.count))
    let period = Float(500 + numbers.number(below: 5) * 100)
    for y in stride(from: field.y.lowerBound + cell / 2, to: field.y.upperBound, by: cell) {
      for x in stride(from: field.x.lowerBound + cell / 2, to: field.x.upperBound, by: cell) {
        let (dx, dy) = (Float(x) - focusX, Float(y) - focusY)
        let distance = (dx * dx + dy * dy).squareRoot()
        let phase = (distance / period).truncatingRemainder(dividingBy: 1)
        let wave = abs(2 * phase - 1)
        var shape = Shape()
        // Whole radii: equal dots are equal bytes, and the file is small.
        let radius = (6 + 32 * wave * wave * (3 - 2 * wave)).rounded()
        shape.addDisc(x: Float(x), y: Float(y), radius: radius)
        drawing.fill(shape, tone: distance < period ? CoverTone.accent : CoverTone.middle)
      }
    }
  }

  private func drawBars(on drawing: inout CoverDrawing, in field: CoverField, numbers: inout SplitMix64) {
    let pitch = 100
    let inset = field.x.count < 800 ? 50 : 130
    drawing.fill(x: field.x, y: field.y, tone: CoverTone.deep)
    let tones: [UInt8] = [CoverTone.low, CoverTone.low, CoverTone.middle, CoverTone.middle, CoverTone.accent]
    for y in stride(from: field.y.lowerBound + pitch / 4, to: field.y.upperBound, by: pitch) {
      var x = field.x.lowerBound + inset + numbers.number(below: 4) * (field.x.count / 16)
      while x < field.x.upperBound - inset - 70 {
        let length = min(100 + numbers.number(below: 7) * 80, field.x.upperBound - inset - x)
        var shape = Shape()
        let radius: Float = 25
        let (left, right, middle) = (Float(x) + radius, Float(x + length) - radius, Float(y) + radius)
        shape.addDisc(x: left, y: middle, radius: radius)
        shape.addDisc(x: right, y: middle, radius: radius)
        shape.addRectangle(x: left, y: Float(y), width: right - left, height: 2 * radius)
        drawing.fill(shape, tone: tones[numbers.number(below: tones.count)])
        x += length + 40
        if numbers.number(below: 4) == 0 { break }
      }
    }
  }
}

/// The part of a cover that an ornament fills, in pixels.
struct CoverField {
  var x: Range<Int>
  var y: Range<Int>
}
