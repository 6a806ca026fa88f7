/// A cover as areas in tones, one over the other: what both its picture and its vector form are made from.
struct CoverDrawing {
  enum Area {
    /// Whole pixels.
    case rectangle(x: Range<Int>, y: Range<Int>)
    case shape(Shape)
  }

  struct Layer {
    var area: Area
    var tone: UInt8
  }

  let width: Int
  let height: Int
  let ground: UInt8
  private(set) var layers: [Layer] = []

  init(width: Int, height: Int, ground: UInt8) {
    self.width = width
    self.height = height
    self.ground = ground
  }

  mutating func fill(x: Range<Int>, y: Range<Int>, tone: UInt8) {
    layers.append(Layer(area: .rectangle(x: x, y: y), tone: tone))
  }

  mutating func fill(_ shape: Shape, tone: UInt8) {
    layers.append(Layer(area: .shape(shape), tone: tone))
  }

  /// The picture in tones.
  func rasterised() -> Canvas {
    var canvas = Canvas(width: width, height: height, tone: ground)
    for layer in layers {
      switch layer.area {
      case .rectangle(let x, let y): canvas.fill(x: x, y: y, tone: layer.tone)
      case .shape(let shape): canvas.fill(shape, tone: layer.tone)
      }
    }
    return canvas
  }
}
