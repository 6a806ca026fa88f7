/// Divides an area among values so that the parts are nearly square (Bruls, Huizing and van Wijk, "Squarified Treemaps").
enum Squarify {
  /// A box for each value, in their order.
  static func divide(_ box: Rect, among values: [Double]) -> [Rect] {
    var boxes = Array(repeating: Rect(box.minX, box.minY, box.minX, box.minY), count: values.count)
    let order = values.indices.filter { values[$0] > 0 }.sorted { (values[$1], $0) < (values[$0], $1) }
    let total = order.reduce(0) { $0 + values[$1] }
    guard total > 0, box.width > 0, box.height > 0 else { return boxes }
    let scale = box.width * box.height / total
    var free = box
    var start = 0
    while start < order.count {
      let side = min(free.width, free.height)
      var end = start + 1
      var sum = values[order[start]] * scale
      var worst = ratio(sum, sum, sum, side)
      let largest = sum
      while end < order.count {
        let next = values[order[end]] * scale
        let candidate = ratio(largest, next, sum + next, side)
        if candidate > worst { break }
        (worst, sum, end) = (candidate, sum + next, end + 1)
      }
      place(order[start..<end].map { ($0, values[$0] * scale) }, sum, in: &free, &boxes)
      start = end
    }
    return boxes
  }

  /// How far from square the worst box of a row is; 1 is square.
  private static func ratio(_ largest: Double, _ smallest: Double, _ sum: Double, _ side: Double) -> Double {
    let (s, w) = (sum * sum, side * side)
    return max(w * largest / s, s / (w * smallest))
  }

  private static func place(
    _ row: [(index: Int, area: Double)], _ sum: Double, in free: inout Rect, _ boxes: inout [Rect]
  ) {
    let isColumn = free.width >= free.height
    let side = isColumn ? free.height : free.width
    guard side > 0 else { return }
    let thickness = min(sum / side, isColumn ? free.width : free.height)
    var place = isColumn ? free.minY : free.minX
    for (index, area) in row {
      let length = area / sum * side
      boxes[index] =
        isColumn
        ? Rect(x: free.minX, y: place, width: thickness, height: length)
        : Rect(x: place, y: free.minY, width: length, height: thickness)
      place += length
    }
    if isColumn { free.minX += thickness } else { free.minY += thickness }
  }
}
