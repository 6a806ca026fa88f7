extension Scene {
  /// Draws a label that reads upwards, with its box centred on a point.
  mutating func addUpright(_ label: SetLabel, at center: Point) {
    var x = center.x - label.size.height / 2 + label.lineHeight / 2 + label.fontSize * 0.36
    for line in label.lines {
      var y = center.y + line.reduce(0) { $0 + $1.width } / 2
      for piece in line {
        add(TextLine(text: piece.text, style: piece.style, origin: Point(x, y), width: piece.width, rotation: -90))
        y -= piece.width
      }
      x += label.lineHeight
    }
  }
}
