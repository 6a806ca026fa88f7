import Testing

@testable import Diagrams

@Suite struct KanbanTests {
  @Test func columnsHoldCards() throws {
    let chart = try DrawnChart(
      "kanban\n  Todo\n    [Write docs]\n    b[Blog]@{ ticket: MC-1, assigned: 'knsv', priority: 'High' }\n  id9[In progress]\n  Done\n    c[x]@{ assigned: a,\n priority: Low }"
    )
    #expect(chart.problems.isEmpty)
    #expect(
      chart.statements == [
        "Todo: Write docs; Blog (MC-1, for knsv, priority High)", "In progress: empty", "Done: x (for a, priority Low)",
      ])
    for words in ["Todo", "Write docs", "MC-1 · knsv", "High", "In progress"] { #expect(chart.says(words), "\(words)") }
  }

  @Test func manyColumnsStandInRows() throws {
    let columns = (1...7).map { "  Column \($0)\n    card \($0)" }.joined(separator: "\n")
    let chart = try DrawnChart("kanban\n" + columns)
    #expect(chart.width <= 710)
    for number in 1...7 { #expect(chart.says("card \(number)")) }
  }
}
