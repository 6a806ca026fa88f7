/// Works out where the boxes of a formula stand, by the rules of CSS that KaTeX relies on: letters and boxes one after
/// the other on a line; lines of a stack as wide as the widest of them; what fills as wide as the stack it is in.
struct FormulaLayout {
  let fonts: FormulaFonts
  private var drawing = FormulaDrawing()

  /// How far below the last line the next one is at least, and how much of it is above the line (CSS 2.2 §10.8, with
  /// KaTeX's line height of 1.2 and its main font).
  private static let strut = (height: 0.9, depth: 0.3)
  /// Between a formula and its number.
  private static let tagGap = 2.0

  static func drawing(
    of page: FormulaPage, isDisplay: Bool, fonts: FormulaFonts
  ) throws(FormulaPictureError) -> FormulaDrawing {
    var layout = FormulaLayout(fonts: fonts)
    try layout.lay(page, isDisplay: isDisplay)
    return layout.drawing
  }

  private init(fonts: FormulaFonts) { self.fonts = fonts }

  private mutating func lay(_ page: FormulaPage, isDisplay: Bool) throws(FormulaPictureError) {
    var lines = page.lines.filter { !$0.boxes.isEmpty }
    if lines.isEmpty { lines = Array(page.lines.prefix(1)) }
    for index in lines.indices { try measure(&lines[index].boxes) }
    let widths = lines.map { FormulaLayout.width(of: $0.boxes) }
    let width = widths.max() ?? 0
    var y = 0.0
    for (index, line) in lines.enumerated() {
      if index > 0 {
        y += max(lines[index - 1].depth, FormulaLayout.strut.depth)
        y += max(line.height, FormulaLayout.strut.height) + line.gap
      }
      try place(line.boxes, x: isDisplay ? (width - widths[index]) / 2 : 0, y: y, available: width)
    }
    drawing.width = width
    guard var tag = page.tag else { return }
    try measure(&tag)
    try place(tag, x: width + FormulaLayout.tagGap, y: 0, available: tag.naturalWidth)
    drawing.width = width + FormulaLayout.tagGap + tag.naturalWidth
  }
}

extension FormulaLayout {
  private func measure(_ boxes: inout [FormulaBox]) throws(FormulaPictureError) {
    for index in boxes.indices { try measure(&boxes[index]) }
  }

  private static func width(of boxes: [FormulaBox]) -> Double { boxes.reduce(0) { $0 + $1.naturalWidth } }

  private func measure(_ box: inout FormulaBox) throws(FormulaPictureError) {
    let inside = try measure(&box.content)
    box.naturalWidth =
      box.marginLeft + box.marginRight + box.paddingLeft + box.paddingRight
      + (box.width ?? max(box.minimumWidth ?? inside, inside))
  }

  private func measure(_ content: inout FormulaBox.Content) throws(FormulaPictureError) -> Double {
    switch content {
    case .row(var boxes):
      try measure(&boxes)
      content = .row(boxes)
      return FormulaLayout.width(of: boxes)
    case .stack(var lines):
      for index in lines.indices {
        try measure(&lines[index].boxes)
        lines[index].width = FormulaLayout.width(of: lines[index].boxes)
      }
      content = .stack(lines)
      return lines.map { $0.width + $0.marginLeft + $0.marginRight }.max() ?? 0
    case .letters(let letters): return try fonts.run(letters).width * letters.size
    case .lap(let side, var boxes):
      try measure(&boxes)
      content = .lap(side, boxes)
      return 0
    case .curves, .parts: return 0
    }
  }
}

extension FormulaLayout {
  private mutating func place(
    _ boxes: [FormulaBox], x: Double, y: Double, available: Double
  ) throws(FormulaPictureError) {
    var x = x
    for box in boxes {
      try place(box, x: x, y: y, available: available)
      x += box.naturalWidth
    }
  }

  /// - Parameters:
  ///   - x: where the box begins, its margin included.
  ///   - available: the width of the stack that it is in.
  private mutating func place(
    _ box: FormulaBox, x: Double, y: Double, available: Double
  ) throws(FormulaPictureError) {
    if let shadow = box.shadow {
      var copy = box
      copy.shadow = nil
      try place(copy, x: x + shadow.x, y: y + shadow.y, available: available)
    }
    let inner = max(box.minimumWidth ?? 0, box.fills ? available : box.width ?? available)
    let x = x + box.marginLeft + box.shiftX
    let y = y + box.shiftY
    frame(box, x: x, y: y, width: box.fills ? inner : box.width ?? 0)
    let start = x + box.paddingLeft
    switch box.content {
    case .row(let boxes): try place(boxes, x: start, y: y, available: inner)
    case .stack(let lines): try place(lines, x: start, y: y)
    case .letters(let letters):
      let outline = try fonts.run(letters).outline
      drawing.add(FormulaDrawing.Letters(outline: outline, x: start, y: y, size: letters.size, color: box.color))
    case .curves(let curves):
      let frame = FormulaDrawing.Rectangle(
        x: start, y: y - box.height, width: inner, height: box.height, color: box.color)
      drawing.add(FormulaDrawing.Curves(frame: frame, curves: curves))
    case .lap(let side, let boxes):
      try place(boxes, x: start - side * FormulaLayout.width(of: boxes), y: y, available: available)
    case .parts(let parts):
      for var part in parts {
        guard let share = part.share else { continue }
        part.width = share.width * inner
        part.fills = false
        part.minimumWidth = nil
        // Each stands at the top of the box.
        try place(part, x: start + share.start * inner, y: y - box.height + part.height, available: inner)
      }
    }
  }

  private mutating func place(_ lines: [FormulaBox.Line], x: Double, y: Double) throws(FormulaPictureError) {
    let width = lines.map { $0.width + $0.marginLeft + $0.marginRight }.max() ?? 0
    for line in lines {
      let room = width - line.marginLeft - line.marginRight
      let rest = room - line.width
      let indent =
        switch line.alignment {
        case .left: 0.0
        case .center: rest / 2
        case .right: rest
        }
      let fills = line.boxes.contains(where: \.fills)
      try place(
        line.boxes, x: x + line.marginLeft + (fills ? 0 : indent), y: y + line.y,
        available: (line.narrowing > 0 ? width : room) - line.narrowing)
    }
  }

  /// The background and the lines round a box.
  private mutating func frame(_ box: FormulaBox, x: Double, y: Double, width: Double) {
    func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> FormulaDrawing.Rectangle {
      FormulaDrawing.Rectangle(
        x: x, y: y, width: width, height: height, color: box.borderColor ?? box.color, isDashed: box.isDashed)
    }
    if let background = box.background {
      drawing.add(
        FormulaDrawing.Rectangle(x: x, y: y - box.height, width: width, height: box.height, color: background))
    }
    if box.uprightRule > 0 {
      drawing.add(rectangle(x - box.uprightRule / 2, y - box.height, box.uprightRule, box.height))
    }
    guard box.borders.count == 4 else { return }
    let (top, right, bottom, left) = (box.borders[0], box.borders[1], box.borders[2], box.borders[3])
    let height = max(box.height, top + bottom)
    drawing.add(rectangle(x, y - height, width, top))
    drawing.add(rectangle(x + width - right, y - height, right, height))
    drawing.add(rectangle(x, y - bottom, width, bottom))
    drawing.add(rectangle(x, y - height, left, height))
  }
}
