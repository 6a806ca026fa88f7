/// Values on axes around a centre (Mermaid documentation, "Radar Diagram").
struct RadarChart: Sendable {
  struct Axis: Sendable {
    var id: String
    var label: Label
  }

  struct Curve: Sendable {
    var label: Label
    /// One for each axis.
    var values: [Double]
  }

  var title: String?
  var axes: [Axis] = []
  var curves: [Curve] = []
  var ticks = 5
  var low = 0.0
  var high: Double?
  var isPolygon = false
  var showsLegend = true

  var statements: [String] {
    curves.map { curve in
      let values = zip(axes, curve.values).map { "\($0.label.plainText) \($1.chartLabel)" }
      return "\(curve.label.plainText): \(values.joined(separator: ", "))"
    }
  }
}

/// Reads the lines of a radar chart.
struct RadarReader {
  private var chart = RadarChart()
  private var problems: [DiagramProblem] = []
  private var line = 0
  private static let mostAxes = 60
  private var written: [(label: Label, values: String, line: Int)] = []

  static func read(_ source: MermaidSource) -> (RadarChart, [DiagramProblem]) {
    var reader = RadarReader()
    for line in LineJoining.join(source.lines, opening: "{", closing: "}") {
      reader.line = line.number
      reader.read(line.text)
    }
    // A curve may stand before the axes that it names.
    for curve in reader.written { reader.add(curve.label, curve.values, curve.line) }
    return (reader.chart, reader.problems)
  }

  private mutating func tell(_ message: String, _ help: String) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func read(_ text: String) {
    let (word, rest) = text.firstWordAndRest
    switch word {
    case "title": chart.title = rest
    case "axis": readAxes(rest)
    case "curve": for part in rest.commaParts where !part.isEmpty { readCurve(part) }
    case "showLegend": chart.showsLegend = rest != "false"
    case "graticule": chart.isPolygon = rest == "polygon"
    case "ticks", "min", "max":
      guard let number = rest.chartNumber else { return tell("`\(rest)` is no number", "write `\(word) 5`") }
      if word == "ticks" { chart.ticks = Int(number.clamped(1, 12)) }
      if word == "min" { chart.low = number }
      if word == "max" { chart.high = number }
    default: tell("`\(text)` is no statement of a radar chart", "write `axis A, B, C` or `curve c{1, 2, 3}`")
    }
  }

  private mutating func readAxes(_ text: String) {
    for part in text.commaParts where !part.isEmpty {
      // Between more rays nobody can tell one value from the next.
      guard chart.axes.count < RadarReader.mostAxes else {
        return tell("a radar chart has \(RadarReader.mostAxes) axes at most", "leave out `\(part)`")
      }
      chart.axes.append(RadarReader.axis(part))
    }
  }

  /// `id["Label"]`
  private static func axis(_ text: String) -> RadarChart.Axis {
    guard let open = text.firstIndex(of: "["), text.hasSuffix("]") else {
      return RadarChart.Axis(id: text, label: LabelMarkup.label(text))
    }
    let label = String(text[text.index(after: open)...].dropLast())
    return RadarChart.Axis(id: String(text[..<open]).trimmingSpaces, label: LabelMarkup.label(label))
  }

  private mutating func readCurve(_ text: String) {
    guard let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close else {
      return tell("the curve `\(text)` has no values", "write `curve \(text){1, 2, 3}`")
    }
    let name = RadarReader.axis(String(text[..<open]).trimmingSpaces)
    written.append((name.label, String(text[text.index(after: open)..<close]), line))
  }

  /// `1, 2, 3` in the order of the axes, or `speed: 2, strength 3`.
  private mutating func add(_ label: Label, _ text: String, _ line: Int) {
    self.line = line
    var values = Array(repeating: chart.low, count: chart.axes.count)
    for (place, part) in text.split(separator: ",").map({ String($0).trimmingSpaces }).enumerated() where !part.isEmpty
    {
      let words = part.split { $0 == ":" || $0.isWhitespace }.map(String.init)
      let index = words.count > 1 ? chart.axes.firstIndex { $0.id == words[0] } : place
      guard let value = words.last?.chartNumber else {
        tell("`\(part)` is no value", "write a number such as `4.5`")
        continue
      }
      guard let index, values.indices.contains(index) else {
        tell("there is no axis for `\(part)`", "declare it: `axis \(words[0])`")
        continue
      }
      values[index] = value
    }
    chart.curves.append(RadarChart.Curve(label: label, values: values))
  }
}
