import Testing

@testable import Diagrams

@Suite struct SankeyTests {
  @Test func flowsJoinNodes() throws {
    let chart = try DrawnChart(
      "---\nconfig:\n  sankey:\n    prefix: $\n    suffix: B\n---\nsankey-beta\n\nCoal,Power,100.5\nPower,\"Heating, \"\"homes\"\"\",60\nPower,Losses,40.5"
    )
    #expect(chart.problems.isEmpty)
    #expect(chart.statements[1] == "Power to Heating, \"homes\": $60B")
    for words in ["Coal", "$100.5B", "Heating, \"homes\"", "Losses"] { #expect(chart.says(words), "\(words)") }
  }

  @Test func columnsAreLongestPaths() {
    var problems: [DiagramProblem] = []
    let chart = SankeyChart.read(MermaidSource("sankey\na,b,1\nb,c,1\na,c,1\na,d,1"), &problems)
    #expect(SankeyColumns(chart, alignment: "left").column == [0, 1, 2, 1])
    #expect(SankeyColumns(chart, alignment: "justify").column == [0, 1, 2, 2])
  }

  @Test func circlesAreDrawnAllTheSame() throws {
    let chart = try DrawnChart("sankey\na,b,1\nb,c,1\nc,a,1\nd,d,1")
    #expect(chart.statements.count == 4)
    #expect(chart.outcome.drawing != nil)
  }

  @Test func tellsWhatIsNoFlow() throws {
    let chart = try DrawnChart("sankey\na,b,1\na,b\na,b,x\na,,3\na,c,-1")
    #expect(chart.problems.map(\.line) == [3, 4, 5, 6])
  }
}
