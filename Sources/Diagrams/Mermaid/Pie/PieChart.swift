/// Shares of a whole (Mermaid documentation, "Pie chart diagrams").
struct PieChart: Sendable {
  struct Slice: Sendable {
    var label: Label
    var value: Double
    /// As written.
    var valueText: String
  }

  var title: String?
  var showsData = false
  var slices: [Slice] = []

  var total: Double { slices.reduce(0) { $0 + $1.value } }

  /// A slice's part of the whole, 0 to 1.
  func share(_ index: Int) -> Double {
    let total = total
    return total > 0 ? slices[index].value / total : 0
  }

  var statements: [String] {
    let total = total
    return slices.map { slice in
      let percent = PieChart.percent(total > 0 ? slice.value / total : 0)
      return "\(slice.label.plainText): \(showsData ? "\(slice.valueText), " : "")\(percent)"
    }
  }

  /// `12%`, with a place after the point where less than ten are meant.
  static func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    return (tenths < 10 ? tenths : (share * 100).rounded()).chartLabel + "%"
  }
}

extension PieChart {
  static func read(_ source: MermaidSource, _ problems: inout [DiagramProblem]) -> PieChart {
    var chart = PieChart()
    chart.readHead(source.argument)
    for line in source.lines {
      if let title = line.text.argument(of: "title") {
        chart.title = title
      } else if line.text.firstWordAndRest.word == "showData" {
        chart.readHead(line.text)
      } else if let slice = slice(line, &problems) {
        chart.slices.append(slice)
      }
    }
    return chart
  }

  /// `showData title The title`
  private mutating func readHead(_ text: String) {
    var text = text
    if let rest = text.argument(of: "showData") {
      showsData = true
      text = rest
    }
    if let title = text.argument(of: "title") { self.title = title }
  }

  private static func slice(_ line: MermaidSource.Line, _ problems: inout [DiagramProblem]) -> Slice? {
    func tell(_ message: String, _ help: String) {
      problems.append(DiagramProblem(line: line.number, message: message, help: help))
    }
    guard let colon = line.text.lastIndex(of: ":") else {
      tell("`\(line.text)` is no slice of a pie", "write `\"label\" : 42`")
      return nil
    }
    let name = String(line.text[..<colon]).trimmingSpaces
    let text = String(line.text[line.text.index(after: colon)...]).trimmingSpaces
    let label = LabelMarkup.unquoted(name)
    guard let value = text.chartNumber ?? (text.hasSuffix("%") ? String(text.dropLast()).chartNumber : nil) else {
      tell("`\(text)` is no number", "write `\"\(label)\" : 42`")
      return nil
    }
    guard value >= 0 else {
      tell("a slice cannot be less than nothing", "give `\(label)` a positive number")
      return nil
    }
    if label == name || text.hasSuffix("%") {
      tell("the slice `\(name)` is not written as a pie wants it", "write `\"\(label)\" : \(value.chartLabel)`")
    }
    return Slice(label: LabelMarkup.label(label), value: value, valueText: text)
  }
}
