import Testing

@testable import Diagrams

@Suite struct QuadrantTests {
  @Test func drawsAxesFieldsAndPoints() throws {
    let chart = try DrawnChart(
      """
      quadrantChart
        title Reach
        x-axis Low --> "High ❤"
        y-axis Ability
        quadrant-1 Expand
        quadrant-3 Stop
        Campaign A: [0.3, 0.6]
        B:::hot: [0.9, 0.9] radius: 12
        classDef hot color: #ff3300
      """)
    #expect(chart.problems.isEmpty)
    for words in ["Reach", "Low", "High ❤", "Ability", "Expand", "Stop", "Campaign A", "B"] {
      #expect(chart.says(words), "\(words)")
    }
    #expect(chart.paths("fill", "#ff3300") == 1)
    #expect(chart.statements.contains("Campaign A at 0.3, 0.6 (upper left)"))
    #expect(chart.statements.contains("B at 0.9, 0.9 (Expand)"))
  }

  @Test func tellsWhatIsNoPoint() throws {
    let chart = try DrawnChart("quadrantChart\nA: [0.1, 0.2]\nB: [nan, 0.2]\nC 3")
    #expect(chart.problems.map(\.line) == [3, 4])
    #expect(chart.texts.contains("A"))
  }

  @Test func namesDoNotCoverEachOther() throws {
    let chart = try DrawnChart("quadrantChart\nLonger name: [0.5, 0.5]\nAnother name: [0.52, 0.5]")
    let ys = chart.svg.split(separator: "<text ").filter { $0.contains("name<") }.compactMap { element in
      element.split(separator: " ").first { $0.hasPrefix("y=") }
    }
    #expect(ys.count == 2 && ys[0] != ys[1])
  }
}
