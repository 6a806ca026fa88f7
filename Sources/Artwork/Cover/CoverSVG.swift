import PangoBinding

extension CoverDrawing {
  /// The drawing as an SVG file of paths alone, sharp at every size, for print and shop windows.
  /// - Parameter millimetres: the size it is printed in; nil for as many pixels as it has.
  func svg(_ palette: CoverPalette, millimetres: (width: Double, height: Double)? = nil) -> [UInt8] {
    let size =
      millimetres.map { "width=\"\($0.width)mm\" height=\"\($0.height)mm\"" }
      ?? "width=\"\(width)\" height=\"\(height)\""
    var file = Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" \(size) viewBox="0 0 \(width) \(height)">
      <rect width="\(width)" height="\(height)" fill="\(palette.hex(at: ground))"/>

      """.utf8)
    for layer in layers {
      let color = palette.hex(at: layer.tone)
      switch layer.area {
      case .rectangle(let x, let y):
        let place = "x=\"\(x.lowerBound)\" y=\"\(y.lowerBound)\" width=\"\(x.count)\" height=\"\(y.count)\""
        file += Array("<rect \(place) fill=\"\(color)\"/>\n".utf8)
      case .shape(let shape):
        guard !shape.steps.isEmpty else { continue }
        file += Array("<path fill=\"\(color)\" d=\"".utf8)
        for step in shape.steps { append(step, to: &file) }
        file += Array("\"/>\n".utf8)
      }
    }
    return file + Array("</svg>\n".utf8)
  }

  private func append(_ step: Outline.Step, to file: inout [UInt8]) {
    switch step {
    case .move(let to): append("M", [to], to: &file)
    case .line(let to): append("L", [to], to: &file)
    case .quadratic(let control, let to): append("Q", [control, to], to: &file)
    case .cubic(let first, let second, let to): append("C", [first, second, to], to: &file)
    case .close: file.append(UInt8(ascii: "Z"))
    }
  }

  private func append(_ command: StaticString, _ points: [Outline.Point], to file: inout [UInt8]) {
    file.append(command.utf8Start.pointee)
    for (index, point) in points.enumerated() {
      if index > 0 { file.append(UInt8(ascii: " ")) }
      file += tenths(point.x).utf8
      file.append(UInt8(ascii: " "))
      file += tenths(point.y).utf8
    }
  }

  /// A length to a tenth of a pixel: `-12.3`.
  private func tenths(_ value: Float) -> String {
    let tenths = Int((max(-100_000, min(100_000, value)) * 10).rounded())
    let digits = "\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
    return tenths < 0 ? "-" + digits : digits
  }
}

extension CoverPalette {
  /// The colour of a tone as SVG and CSS write it.
  func hex(at tone: UInt8) -> String {
    let color = color(at: tone)
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = [UInt8(ascii: "#")]
    for channel in [color.red, color.green, color.blue] {
      text.append(digits[Int(channel >> 4)])
      text.append(digits[Int(channel & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
