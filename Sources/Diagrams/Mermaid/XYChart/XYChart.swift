/// Bars and lines over categories or numbers (Mermaid documentation, "XY Chart").
struct XYChart: Sendable {
  struct Axis: Sendable {
    var title: Label?
    var categories: [Label] = []
    var range: ClosedRange<Double>?
  }

  struct Series: Sendable {
    var isBar: Bool
    var title: Label?
    var values: [Double]
  }

  var title: String?
  var isHorizontal = false
  var x = Axis()
  var y = Axis()
  var series: [Series] = []

  /// How many places there are along the axis of categories.
  var count: Int { max(x.categories.count, series.map(\.values.count).max() ?? 0) }

  /// What a place is called: its category, or the number that lies there.
  func name(_ index: Int, of count: Int) -> String {
    if index < x.categories.count { return x.categories[index].plainText }
    if let range = x.range, count > 1 {
      return (range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(count - 1)).chartLabel
    }
    return "\(index + 1)"
  }

  var statements: [String] {
    let count = count
    var statements: [String] = []
    for (name, axis) in [("x axis", x), ("y axis", y)] {
      let range = axis.range.map { "\($0.lowerBound.chartLabel) to \($0.upperBound.chartLabel)" }
      let words = [axis.title?.plainText, range].compactMap { $0 }.joined(separator: ", ")
      if !words.isEmpty { statements.append("\(name): \(words)") }
    }
    for (index, series) in series.enumerated() {
      let title =
        series.title?.plainText ?? "\(series.isBar ? "bars" : "line")\(self.series.count > 1 ? " \(index + 1)" : "")"
      let values = series.values.enumerated().map { "\(name($0, of: count)) \($1.chartLabel)" }
      statements.append("\(title): \(values.joined(separator: ", "))")
    }
    return statements
  }
}

extension XYChart {
  static func read(_ source: MermaidSource, _ problems: inout [DiagramProblem]) -> XYChart {
    var chart = XYChart()
    chart.isHorizontal = source.argument.hasPrefix("horizontal") || source.settings["chartOrientation"] == "horizontal"
    for line in LineJoining.join(source.lines, opening: "[", closing: "]") { chart.read(line, &problems) }
    return chart
  }

  private mutating func read(_ line: MermaidSource.Line, _ problems: inout [DiagramProblem]) {
    let text = line.text
    if let title = text.argument(of: "title") {
      self.title = LabelMarkup.unquoted(title)
    } else if let axis = text.argument(of: "x-axis") {
      x = XYChart.axis(axis)
    } else if let axis = text.argument(of: "y-axis") {
      y = XYChart.axis(axis)
    } else if let (values, isBar) = text.argument(of: "bar").map({ ($0, true) })
      ?? text.argument(of: "line").map({ ($0, false) })
    {
      readSeries(values, isBar, line, &problems)
    } else {
      problems.append(
        DiagramProblem(
          line: line.number, message: "`\(text)` is no statement of an xy chart", help: "write `bar [5, 6, 7.5]`"))
    }
  }

  /// `"title" [a, b]`, `title 0 --> 100`, `title`
  private static func axis(_ text: String) -> Axis {
    var axis = Axis()
    var title = text
    if let open = text.firstIndex(of: "["), let close = text.lastIndex(of: "]"), open < close {
      title = String(text[..<open])
      axis.categories = String(text[text.index(after: open)..<close]).commaParts.map { LabelMarkup.label($0) }
    } else if let arrow = text.range(of: "-->") {
      let before = String(text[..<arrow.lowerBound]).trimmingSpaces
      let number = before.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      if let low = number.chartNumber, let high = String(text[arrow.upperBound...]).chartNumber {
        axis.range = min(low, high)...max(low, high)
        title = String(before.dropLast(number.count))
      }
    }
    title = title.trimmingSpaces
    axis.title = title.isEmpty ? nil : LabelMarkup.label(title)
    return axis
  }

  private mutating func readSeries(
    _ text: String, _ isBar: Bool, _ line: MermaidSource.Line, _ problems: inout [DiagramProblem]
  ) {
    guard let open = text.firstIndex(of: "["), let close = text.lastIndex(of: "]"), open < close else {
      problems.append(
        DiagramProblem(
          line: line.number, message: "the values are not in brackets",
          help: "write `\(isBar ? "bar" : "line") [5, 6, 7.5]`"))
      return
    }
    var values: [Double] = []
    for part in text[text.index(after: open)..<close].split(separator: ",") {
      let written = String(part).trimmingSpaces
      if let value = LabelMarkup.unquoted(written).chartNumber {
        values.append(value)
      } else if !written.isEmpty {
        problems.append(
          DiagramProblem(line: line.number, message: "`\(written)` is no number", help: "write a number such as `7.5`"))
        values.append(0)
      }
    }
    let title = String(text[..<open]).trimmingSpaces
    if !values.isEmpty {
      series.append(Series(isBar: isBar, title: title.isEmpty ? nil : LabelMarkup.label(title), values: values))
    }
  }
}
