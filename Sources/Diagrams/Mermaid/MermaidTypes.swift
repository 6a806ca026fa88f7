/// The types of diagrams that can be drawn, by the first words of their sources.
enum MermaidTypes {
  typealias Draw = @Sendable (_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet?

  /// How to draw what begins with a word; nil where nobody knows.
  static func drawing(for keyword: String) -> Draw? {
    graphs[keyword] ?? charts[keyword]
  }

  static let names: [String] = (Array(graphs.keys) + Array(charts.keys)).sorted()
}
