import Testing

@testable import Diagrams

@Suite struct XYChartTests {
  @Test func drawsBarsAndLines() throws {
    let chart = try DrawnChart(
      "xychart-beta\ntitle \"Sales\"\nx-axis Months [jan, \"feb and mar\", apr]\ny-axis \"Revenue\" 0 --> 10\nbar \"Shop\" [5, 6,\n7.5]\nline [1, +2, -.5]"
    )
    #expect(chart.problems.isEmpty)
    for words in ["Sales", "Months", "jan", "feb and mar", "Revenue", "Shop", "10"] {
      #expect(chart.says(words), "\(words)")
    }
    #expect(chart.statements.contains("Shop: jan 5, feb and mar 6, apr 7.5"))
    #expect(chart.statements.contains("line 2: jan 1, feb and mar 2, apr -0.5"))
    #expect(chart.outcome.drawing?.alternative.hasPrefix("Bar and line chart") == true)
  }

  @Test func turnsAndTakesNumbers() throws {
    let chart = try DrawnChart("xychart horizontal\nx-axis time 10 --> 30\nbar [1, 2, 3]")
    #expect(chart.says("20"))
    #expect(chart.statements.contains("bars: 10 1, 20 2, 30 3"))
  }

  @Test func scalesAreRound() {
    #expect(NiceScale(0, 97, fixed: false).ticks == [0, 20, 40, 60, 80, 100])
    #expect(NiceScale(4000, 11_000, fixed: true).low == 4000)
    #expect(NiceScale(5, 5, fixed: false).high > NiceScale(5, 5, fixed: false).low)
    #expect(NiceScale(-1e15, 1e15, fixed: false).ticks.count < 20)
  }

  @Test func tellsWhatIsNoNumber() throws {
    let chart = try DrawnChart("xychart\nbar [1, two, 3]\npie [1]\nline 4")
    #expect(chart.problems.map(\.line) == [2, 3, 4])
    #expect(chart.statements == ["bars: 1 1, 2 0, 3 3"])
  }
}
