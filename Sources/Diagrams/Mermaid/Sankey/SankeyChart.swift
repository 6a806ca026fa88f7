/// Flows between nodes (Mermaid documentation, "Sankey diagram").
struct SankeyChart: Sendable {
  struct Flow: Sendable {
    var source: Int
    var target: Int
    var value: Double
  }

  var names: [String] = []
  var flows: [Flow] = []

  func statements(_ text: (Double) -> String) -> [String] {
    flows.map { "\(names[$0.source]) to \(names[$0.target]): \(text($0.value))" }
  }

  static func read(_ source: MermaidSource, _ problems: inout [DiagramProblem]) -> SankeyChart {
    var chart = SankeyChart()
    var indices: [String: Int] = [:]
    for line in source.lines {
      let cells = cells(of: line.text)
      let value = cells.count >= 3 ? cells[2].chartNumber : nil
      guard cells.count >= 3, let value, value > 0, !cells[0].isEmpty, !cells[1].isEmpty else {
        let help = "write `source,target,42`, names with commas in quotes"
        problems.append(
          DiagramProblem(line: line.number, message: "`\(line.text)` is no flow of a sankey diagram", help: help))
        continue
      }
      let ends = [cells[0], cells[1]].map { name in
        if let index = indices[name] { return index }
        indices[name] = chart.names.count
        chart.names.append(LabelMarkup.label(name).plainText)
        return chart.names.count - 1
      }
      chart.flows.append(Flow(source: ends[0], target: ends[1], value: value))
    }
    return chart
  }

  /// RFC 4180: a quoted cell may hold commas, and quotes written twice.
  static func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var letters = line[...]
    while let letter = letters.popFirst() {
      if isQuoted {
        if letter == "\"", letters.first == "\"" {
          cell.append("\"")
          letters = letters.dropFirst()
        } else if letter == "\"" {
          isQuoted = false
        } else {
          cell.append(letter)
        }
      } else if letter == "\"", cell.trimmingSpaces.isEmpty {
        (isQuoted, cell) = (true, "")
      } else if letter == "," {
        cells.append(cell.trimmingSpaces)
        cell = ""
      } else {
        cell.append(letter)
      }
    }
    cells.append(cell.trimmingSpaces)
    return cells
  }
}
