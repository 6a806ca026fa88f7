/// Points in four fields (Mermaid documentation, "Quadrant Chart").
struct QuadrantChart: Sendable {
  struct Mark: Sendable {
    var label: Label
    /// 0 to 1, from the left and from the bottom.
    var x: Double
    var y: Double
    var style = MarkStyle()
  }

  struct MarkStyle: Sendable {
    var radius: Double?
    var paint = Style()

    init() {}

    /// `color: #ff3300, radius: 10, stroke-color: #10f0f0, stroke-width: 5px`
    init(_ text: String) {
      for part in text.commaParts {
        guard let (key, value) = part.keyAndValue else { continue }
        let number = String(value.prefix { $0.isNumber || $0 == "." }).chartNumber
        switch key.trimmingSpaces {
        case "radius": radius = number.map { $0.clamped(1, 40) }
        case "color": paint.fill = Color(css: value)
        case "stroke-color": paint.stroke = Color(css: value)
        case "stroke-width": paint.strokeWidth = number.map { $0.clamped(0, 12) }
        default: break
        }
      }
    }

    func overlaid(with other: MarkStyle) -> MarkStyle {
      var style = self
      style.radius = other.radius ?? radius
      style.paint = paint.overlaid(with: other.paint)
      return style
    }
  }

  var title: String?
  /// What the ends of the axes say: left and right, bottom and top; one text alone stands for the whole axis.
  var xAxis: [Label] = []
  var yAxis: [Label] = []
  /// Upper right, upper left, lower left, lower right.
  var quadrants: [Label?] = [nil, nil, nil, nil]
  var marks: [Mark] = []

  var statements: [String] {
    var statements: [String] = []
    for (name, axis) in [("x axis", xAxis), ("y axis", yAxis)] where !axis.isEmpty {
      statements.append("\(name): \(axis.map(\.plainText).joined(separator: " to "))")
    }
    let places = ["upper right", "upper left", "lower left", "lower right"]
    for (place, label) in zip(places, quadrants) { if let label { statements.append("\(place): \(label.plainText)") } }
    for mark in marks {
      let index = mark.y >= 0.5 ? (mark.x >= 0.5 ? 0 : 1) : (mark.x >= 0.5 ? 3 : 2)
      let field = quadrants[index]?.plainText ?? places[index]
      statements.append("\(mark.label.plainText) at \(mark.x.chartLabel), \(mark.y.chartLabel) (\(field))")
    }
    return statements
  }
}

extension QuadrantChart {
  static func read(_ source: MermaidSource, _ problems: inout [DiagramProblem]) -> QuadrantChart {
    var chart = QuadrantChart()
    var classes: [String: MarkStyle] = [:]
    for line in source.lines {
      guard let text = line.text.argument(of: "classDef") else { continue }
      let (name, css) = text.firstWordAndRest
      classes[name] = MarkStyle(css)
    }
    for line in source.lines { chart.read(line, classes, &problems) }
    return chart
  }

  private mutating func read(
    _ line: MermaidSource.Line, _ classes: [String: MarkStyle], _ problems: inout [DiagramProblem]
  ) {
    let text = line.text
    if let title = text.argument(of: "title") {
      self.title = title
    } else if let axis = text.argument(of: "x-axis") {
      xAxis = QuadrantChart.axis(axis)
    } else if let axis = text.argument(of: "y-axis") {
      yAxis = QuadrantChart.axis(axis)
    } else if text.argument(of: "classDef") != nil {
      return
    } else if let number = (1...4).first(where: { text.argument(of: "quadrant-\($0)") != nil }) {
      quadrants[number - 1] = LabelMarkup.label(text.argument(of: "quadrant-\(number)") ?? "")
    } else if let mark = QuadrantChart.mark(text, classes) {
      marks.append(mark)
    } else {
      problems.append(
        DiagramProblem(
          line: line.number, message: "`\(text)` is no point of a quadrant chart",
          help: "write `Name: [0.3, 0.6]`, between 0 and 1"))
    }
  }

  private static func axis(_ text: String) -> [Label] {
    guard let arrow = text.range(of: "-->") else { return text.isEmpty ? [] : [LabelMarkup.label(text)] }
    return [String(text[..<arrow.lowerBound]), String(text[arrow.upperBound...])].map { LabelMarkup.label($0) }
      .filter { !$0.isEmpty }
  }

  /// `Campaign B:::class1: [0.8, 0.1] color: #ff3300, radius: 10`
  private static func mark(_ text: String, _ classes: [String: MarkStyle]) -> Mark? {
    guard let open = text.lastIndex(of: "["), let close = text[open...].firstIndex(of: "]") else { return nil }
    let numbers = text[text.index(after: open)..<close].split(separator: ",").compactMap { String($0).chartNumber }
    var name = String(text[..<open]).trimmingSpaces
    guard numbers.count == 2, name.hasSuffix(":") else { return nil }
    name.removeLast()
    var style = MarkStyle()
    if let mark = name.range(of: ":::") {
      style = classes[String(name[mark.upperBound...]).trimmingSpaces] ?? style
      name = String(name[..<mark.lowerBound])
    }
    style = style.overlaid(with: MarkStyle(String(text[text.index(after: close)...])))
    return Mark(
      label: LabelMarkup.label(name), x: numbers[0].clamped(0, 1), y: numbers[1].clamped(0, 1), style: style)
  }
}
