import BookModel

/// Where things stand on a cover and in what tones, in pixels from the top left corner.
struct CoverLayout {
  var margin: Float = 130
  /// Of the column that the texts stand in.
  var textWidth: Float
  var titleTop: Float = 236
  var authorsBottom: Float
  var imprintBottom: Float
  /// The most height a title may take.
  var titleHeight: Float
  var ground: UInt8
  var letters: UInt8
  var quietLetters: UInt8
  /// The short bar above the title.
  var bar: UInt8

  /// - Parameter height: of the cover.
  init(_ design: CoverStyle.Design, height: Int) {
    let full = Float(CoverPage.width) - 2 * 130
    switch design {
    case .mosaic, .arcs:
      (textWidth, titleHeight) = (full, 700)
      (authorsBottom, imprintBottom) = (1190, 1284)
      (ground, letters, quietLetters, bar) = (
        CoverTone.ground, CoverTone.letters, CoverTone.quietLetters, CoverTone.accent
      )
    case .band:
      // Beside a band of 400 pixels.
      (textWidth, titleHeight) = (Float(CoverPage.width) - 400 - 130 - 90, 1200)
      (authorsBottom, imprintBottom) = (Float(height) - 230, Float(height) - 130)
      (ground, letters, quietLetters, bar) = (
        CoverTone.letters, CoverTone.deep, CoverTone.low, CoverTone.middle
      )
    }
  }
}

extension CoverStyle.Design {
  /// The ornament of the design.
  func draw(on drawing: inout CoverDrawing, numbers: inout SplitMix64) {
    let pattern = CoverPattern.allCases[numbers.number(below: CoverPattern.allCases.count)]
    switch self {
    case .mosaic:
      let field = CoverField(x: 0..<CoverPage.width, y: CoverPage.ornamentTop..<drawing.height)
      pattern.draw(on: &drawing, in: field, numbers: &numbers)
    case .band:
      let field = CoverField(x: CoverPage.width - 400..<CoverPage.width, y: 0..<drawing.height)
      pattern.draw(on: &drawing, in: field, numbers: &numbers)
    case .arcs: drawArcs(on: &drawing, numbers: &numbers)
    }
  }

  /// Rings round a corner of the foot, from the widest inward, and a disc where they meet the edge.
  private func drawArcs(on drawing: inout CoverDrawing, numbers: inout SplitMix64) {
    let isFromRight = numbers.number(below: 2) == 0
    let x = isFromRight ? Float(CoverPage.width) : 0
    let y = Float(drawing.height)
    let tones = [CoverTone.deep, CoverTone.low, CoverTone.middle, CoverTone.accent, CoverTone.quietLetters]
    // Below the texts.
    var radius = min(Float(drawing.height) - 1370, 1190)
    var last: UInt8 = CoverTone.ground
    while radius > 130 {
      let others = tones.filter { $0 != last }
      let tone = others[numbers.number(below: others.count)]
      var ring = Shape()
      ring.addQuarter(x: x, y: y, radiusX: isFromRight ? -radius : radius, radiusY: -radius)
      drawing.fill(ring, tone: tone)
      last = tone
      radius -= Float(50 + numbers.number(below: 5) * 45)
    }
    var disc = Shape()
    let size = Float(90 + numbers.number(below: 4) * 25)
    disc.addDisc(x: isFromRight ? 130 + size : Float(CoverPage.width) - 130 - size, y: 1590, radius: size)
    drawing.fill(disc, tone: CoverTone.accent)
  }
}
