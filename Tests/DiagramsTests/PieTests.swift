import Testing

@testable import Diagrams

@Suite struct PieTests {
  @Test func drawsSlicesWithAPercentageEach() throws {
    let chart = try DrawnChart("pie showData title Key elements\n\"Calcium\" : 42.96\n\"Iron\" : 5.04\n'Rest': 52")
    #expect(chart.problems.isEmpty)
    #expect(chart.says("Key elements"))
    #expect(chart.says("Calcium"))
    #expect(chart.says("42.96 (43%)"))
    #expect(chart.statements == ["Calcium: 42.96, 43%", "Iron: 5.04, 5%", "Rest: 52, 52%"])
  }

  @Test func aWholeIsADisc() throws {
    let chart = try DrawnChart("pie\n\"All\" : 3")
    #expect(chart.texts.contains("100%"))
  }

  @Test func takesTheAuthorsColours() throws {
    let chart = try DrawnChart("%%{init: {\"themeVariables\": {\"pie1\": \"#123456\"}}}%%\npie\n\"A\": 1\n\"B\": 1")
    #expect(chart.paths("fill", "#123456") == 2)
    #expect(chart.svg.contains("fill=\"#ffffff\""), "letters on a dark slice are light")
  }

  @Test func tellsWhatIsNoSlice() throws {
    let chart = try DrawnChart("pie\n\"A\": 1\n\"B\": -2\n\"C\": many\nnothing\nD: 3")
    #expect(chart.problems.map(\.line) == [3, 4, 5, 6])
    #expect(chart.problems[3].help == "write `\"D\" : 3`")
    #expect(chart.says("D"))
    #expect(!chart.texts.contains("B"))
  }

  @Test func aPieOfNothingIsNotDrawn() throws {
    let chart = try DrawnChart("pie\n\"A\": 0")
    #expect(chart.outcome.drawing == nil)
    #expect(chart.problems.count == 1)
  }
}
