/// A picture of tones: 0 to 255 along the cover's ramp of colours. An edge is smooth because it runs through the
/// tones between its two sides, and the file is an indexed PNG whose palette is the ramp.
struct Canvas {
  let width: Int
  let height: Int
  private(set) var tones: [UInt8]
  /// Signed areas, added up from left to right to coverage; empty between two fills.
  private var areas: [Float] = []

  init(width: Int, height: Int, tone: UInt8) {
    self.width = width
    self.height = height
    tones = [UInt8](repeating: tone, count: width * height)
  }

  /// The pixels with each tone replaced by its number in a table of 256.
  func numbered(by table: [UInt8]) -> [UInt8] {
    precondition(table.count == 256, "a table of tones has 256 numbers")
    return table.withUnsafeBufferPointer { table in
      [UInt8](unsafeUninitializedCapacity: tones.count) { numbers, count in
        tones.withUnsafeBufferPointer { tones in
          for index in tones.indices { numbers[index] = table[Int(tones[index])] }
        }
        count = tones.count
      }
    }
  }

  /// Fills a rectangle of whole pixels.
  mutating func fill(x: Range<Int>, y: Range<Int>, tone: UInt8) {
    let columns = x.clamped(to: 0..<width)
    guard !columns.isEmpty else { return }
    tones.withUnsafeMutableBufferPointer { tones in
      for row in y.clamped(to: 0..<height) {
        (tones.baseAddress! + row * width + columns.lowerBound).update(repeating: tone, count: columns.count)
      }
    }
  }

  /// Fills a shape by the exact share of each pixel that it covers. What lies outside the canvas is cut off.
  mutating func fill(_ shape: Shape, tone: UInt8) {
    guard let box = Box(of: shape, width: width, height: height) else { return }
    let stride = box.width + 2
    let width = width
    if areas.count < stride * box.height { areas = [Float](repeating: 0, count: stride * box.height) }
    areas.withUnsafeMutableBufferPointer { areas in
      let accumulator = Accumulator(areas: areas.baseAddress!, box: box, stride: stride)
      for edge in shape.edges { accumulator.add(edge) }
      tones.withUnsafeMutableBufferPointer { tones in
        for row in 0..<box.height {
          let line = tones.baseAddress! + (box.top + row) * width + box.left
          blend(areas.baseAddress! + row * stride, into: line, count: box.width, tone: Float(tone))
        }
      }
    }
  }
}

/// The pixels a shape may touch.
struct Box {
  var left: Int
  var top: Int
  var width: Int
  var height: Int

  /// Nil where the shape is empty or lies outside the canvas.
  init?(of shape: Shape, width: Int, height: Int) {
    guard let first = shape.edges.first else { return nil }
    var (left, right, top, bottom) = (first.fromX, first.fromX, first.fromY, first.fromY)
    for edge in shape.edges {
      left = min(left, edge.fromX, edge.toX)
      right = max(right, edge.fromX, edge.toX)
      top = min(top, edge.fromY, edge.toY)
      bottom = max(bottom, edge.fromY, edge.toY)
    }
    self.left = Int(max(0, left.rounded(.down)))
    self.top = Int(max(0, top.rounded(.down)))
    self.width = Int(min(Float(width), right.rounded(.up))) - self.left
    self.height = Int(min(Float(height), bottom.rounded(.up))) - self.top
    guard self.width > 0, self.height > 0 else { return nil }
  }
}

/// Adds the signed area that edges cut off each pixel (the method of font-rs and stb_truetype): the running sum
/// along a row is then the share of each pixel inside the shape.
private struct Accumulator {
  let areas: UnsafeMutablePointer<Float>
  let box: Box
  let stride: Int

  func add(_ edge: Shape.Edge) {
    guard edge.fromY != edge.toY else { return }
    let isDown = edge.fromY < edge.toY
    let (startX, startY) = isDown ? (edge.fromX, edge.fromY) : (edge.toX, edge.toY)
    let (endX, endY) = isDown ? (edge.toX, edge.toY) : (edge.fromX, edge.fromY)
    let slope = (endX - startX) / (endY - startY)
    let top = max(startY - Float(box.top), 0)
    let bottom = min(endY - Float(box.top), Float(box.height))
    guard top < bottom else { return }
    var x = startX - Float(box.left) + (top + Float(box.top) - startY) * slope
    var row = Int(top)
    while row < Int(bottom.rounded(.up)) {
      let share = min(Float(row + 1), bottom) - max(Float(row), top)
      let next = x + slope * share
      addRow(areas + row * stride, from: clamped(x), to: clamped(next), area: isDown ? share : -share)
      x = next
      row += 1
    }
  }

  private func clamped(_ x: Float) -> Float { max(0, min(Float(box.width), x)) }

  private func addRow(_ row: UnsafeMutablePointer<Float>, from: Float, to: Float, area: Float) {
    let (left, right) = from < to ? (from, to) : (to, from)
    let first = Int(left)
    let end = Int(right.rounded(.up))
    guard end > first + 1 else {
      let inside = (left + right) / 2 - Float(first)
      row[first] += area - area * inside
      row[first + 1] += area * inside
      return
    }
    // The edge crosses several pixels: what lies right of it grows from pixel to pixel.
    let perPixel = 1 / (right - left)
    var covered: Float = 0
    for pixel in first..<end {
      let from = max(left, Float(pixel))
      let to = min(right, Float(pixel + 1))
      // Left of this piece the edge has passed (from - left); within the pixel its mean place is the middle.
      let passed = (to - from) * perPixel
      let total = (from - left) * perPixel + passed * (1 - ((from + to) / 2 - Float(pixel)))
      row[pixel] += area * (total - covered)
      covered = total
    }
    row[end] += area * (1 - covered)
  }
}

/// Adds up one row of areas, mixes the tone in, and leaves the row empty.
private func blend(
  _ areas: UnsafeMutablePointer<Float>, into tones: UnsafeMutablePointer<UInt8>, count: Int, tone: Float
) {
  var sum: Float = 0
  for column in 0..<count {
    sum += areas[column]
    areas[column] = 0
    let coverage = min(1, abs(sum))
    guard coverage > 0.002 else { continue }
    let below = Float(tones[column])
    tones[column] = UInt8(below + (tone - below) * coverage + 0.5)
  }
  areas[count] = 0
  areas[count + 1] = 0
}
