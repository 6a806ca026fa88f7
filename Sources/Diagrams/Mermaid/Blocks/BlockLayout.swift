/// Grids in grids: sizes are worked out from the innermost blocks outwards, places from the outermost inwards.
struct BlockLayout {
  let diagram: BlockDiagram
  let bench: Workbench
  private(set) var boxes: [Rect]
  private(set) var labels: [SetLabel] = []
  private var sizes: [Size] = []
  private var grids: [BlockGrid] = []
  /// Of the outermost grid.
  private var columns: Int?
  static let padding = 10.0
  private static let gap = 10.0
  private static let widest = 676.0

  init(_ diagram: BlockDiagram, _ bench: Workbench) {
    self.diagram = diagram
    self.bench = bench
    boxes = Array(repeating: Rect(0, 0, 0, 0), count: diagram.blocks.count)
    columns = diagram.blocks[0].columns
    for width in [160.0, 120, 90, 70] {
      measure(width)
      if sizes[0].width <= BlockLayout.widest { break }
    }
    breakRows()
    place()
  }

  private mutating func measure(_ width: Double) {
    labels = diagram.blocks.map { block in
      bench.measure.set(
        block.label, TextStyle(size: 13.5, isBold: block.shape == .group || block.style.isBold),
        width: block.span > 1 ? width * 2 : width)
    }
    sizes = Array(repeating: Size(0, 0), count: diagram.blocks.count)
    grids = Array(repeating: BlockGrid(), count: diagram.blocks.count)
    for index in diagram.blocks.indices.reversed() {
      sizes[index] = diagram.blocks[index].shape == .group ? groupSize(index) : blockSize(index)
    }
  }

  /// Blocks side by side without a number of columns go on in further rows where they are too wide.
  private mutating func breakRows() {
    let cells = diagram.blocks[0].children.reduce(0) { $0 + diagram.blocks[$1].span }
    guard diagram.blocks[0].columns == nil, cells < 200 else { return }
    var rows = 1
    while sizes[0].width > BlockLayout.widest, rows < cells {
      rows += 1
      columns = (cells + rows - 1) / rows
      measure(120)
    }
  }

  private func blockSize(_ index: Int) -> Size {
    let label = labels[index].size
    switch diagram.blocks[index].shape {
    case .node(let shape): return shape.size(around: label)
    case .arrow(let sides):
      // Points take room on their sides.
      let isWide = !sides.isDisjoint(with: [.left, .right])
      let isHigh = !sides.isDisjoint(with: [.up, .down])
      return Size(max(40, label.width) + (isWide ? 46 : 24), max(18, label.height) + (isHigh ? 40 : 24))
    default: return Size(36, 24)
    }
  }

  private func titleHeight(_ index: Int) -> Double { labels[index].size.width > 0 ? labels[index].size.height + 6 : 0 }

  private mutating func groupSize(_ index: Int) -> Size {
    let block = diagram.blocks[index]
    let spans = block.children.map { diagram.blocks[$0].span }
    var grid = BlockGrid(spans: spans, columns: index == 0 ? columns : block.columns)
    grid.measure(block.children.map { sizes[$0] }, gap: BlockLayout.gap)
    // Columns of one width look calmer, where they fit.
    grid.equalize(upTo: BlockLayout.widest, gap: BlockLayout.gap)
    grids[index] = grid
    let inner = grid.size(gap: BlockLayout.gap)
    let padding = index == 0 ? 0 : 2 * BlockLayout.padding
    return Size(max(inner.width, labels[index].size.width) + padding, inner.height + padding + titleHeight(index))
  }

  private mutating func place() {
    boxes[0] = Rect(x: 0, y: 0, width: sizes[0].width, height: sizes[0].height)
    for index in diagram.blocks.indices where diagram.blocks[index].shape == .group {
      let block = diagram.blocks[index]
      var inner = index == 0 ? boxes[0] : boxes[index].expanded(by: -BlockLayout.padding)
      inner.minY += titleHeight(index)
      let cells = grids[index].cells(in: inner, gap: BlockLayout.gap)
      for (child, cell) in zip(block.children, cells) { boxes[child] = box(child, in: cell) }
    }
  }

  /// Most shapes fill their cells; round ones and rhombs keep their proportions.
  private func box(_ index: Int, in cell: Rect) -> Rect {
    let size = sizes[index]
    if case .arrow(let sides) = diagram.blocks[index].shape {
      // An arrow drawn out sideways no longer looks like one.
      let isUpright = sides.isDisjoint(with: [.left, .right])
      let width = isUpright ? min(cell.width, size.width * 1.5) : cell.width
      return Rect(center: cell.center, size: Size(width, isUpright ? cell.height : min(cell.height, size.height * 1.5)))
    }
    guard case .node(let shape) = diagram.blocks[index].shape else { return cell }
    switch shape {
    case .circle, .doubleCircle, .diamond: return Rect(center: cell.center, size: size)
    default: return cell
    }
  }
}

/// Rows and columns with cells that may be several columns wide.
struct BlockGrid {
  /// Of each child: where it begins, and how many columns it has.
  private var places: [(row: Int, column: Int, span: Int)] = []
  private var widths: [Double] = []
  private var heights: [Double] = []

  init() {}

  init(spans: [Int], columns: Int?) {
    let all = spans.reduce(0, +)
    let count = max(1, min(columns ?? max(1, all), max(1, all)))
    var (row, column) = (0, 0)
    for written in spans {
      let span = min(written, count)
      if column + span > count { (row, column) = (row + 1, 0) }
      places.append((row, column, span))
      column += span
    }
    widths = Array(repeating: 0, count: count)
    heights = Array(repeating: 0, count: places.isEmpty ? 0 : row + 1)
  }

  mutating func measure(_ sizes: [Size], gap: Double) {
    for (place, size) in zip(places, sizes) {
      heights[place.row] = max(heights[place.row], size.height)
      if place.span == 1 { widths[place.column] = max(widths[place.column], size.width) }
    }
    for (place, size) in zip(places, sizes) where place.span > 1 {
      let range = place.column..<(place.column + place.span)
      let short = size.width - widths[range].reduce(0, +) - gap * Double(place.span - 1)
      if short > 0 { for column in range { widths[column] += short / Double(place.span) } }
    }
  }

  mutating func equalize(upTo limit: Double, gap: Double) {
    guard let widest = widths.max(), (widest + gap) * Double(widths.count) - gap <= limit else { return }
    widths = widths.map { _ in widest }
  }

  func size(gap: Double) -> Size {
    Size(
      widths.reduce(0, +) + gap * Double(max(0, widths.count - 1)),
      heights.reduce(0, +) + gap * Double(max(0, heights.count - 1)))
  }

  /// The box of each child, where the whole grid is stretched to a box.
  func cells(in box: Rect, gap: Double) -> [Rect] {
    let size = size(gap: gap)
    let (moreWidth, moreHeight) = (
      max(0, box.width - size.width) / Double(max(1, widths.count)),
      max(0, box.height - size.height) / Double(max(1, heights.count))
    )
    let (xs, ys) = (BlockGrid.starts(widths, moreWidth, gap), BlockGrid.starts(heights, moreHeight, gap))
    return places.map { place in
      Rect(
        box.minX + xs[place.column], box.minY + ys[place.row], box.minX + xs[place.column + place.span] - gap,
        box.minY + ys[place.row + 1] - gap)
    }
  }

  /// Where each column or row begins, and where one behind the last would.
  private static func starts(_ lengths: [Double], _ more: Double, _ gap: Double) -> [Double] {
    lengths.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1 + more + gap) }
  }
}
