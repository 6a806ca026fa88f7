extension MermaidTypes {
  /// Mermaid documentation, "XY Chart".
  static func xyChart(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let chart = XYChart.read(source, &problems)
    guard !chart.series.isEmpty else { return nil }
    let palette = (source.settings["plotColorPalette"] ?? "").split(separator: ",").map {
      Color(css: String($0).trimmingSpaces)
    }
    var layout = XYLayout(chart: chart, colors: palette, bench: bench)
    layout.showsValues = source.settings["showDataLabel"] == "true"
    return Sheet(scene: layout.draw(), title: chart.title, kind: chart.kind, statements: chart.statements)
  }
}

extension XYChart {
  fileprivate var kind: String {
    if series.allSatisfy(\.isBar) { return "Bar chart" }
    return series.contains(where: \.isBar) ? "Bar and line chart" : "Line chart"
  }
}
