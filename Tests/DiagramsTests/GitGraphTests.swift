import Testing

@testable import Diagrams

@Suite struct GitGraphTests {
  @Test func followsBranchesMergesAndPicks() throws {
    let chart = try DrawnChart(
      """
      gitGraph:
        commit id: "start" tag: "v1"
        branch develop order: 2
        commit id:"work" type: HIGHLIGHT
        commit type:REVERSE
        switch main
        commit "fixed it"
        merge develop id: "M" tag: "v2" tag: "stable"
        branch "other"
        cherry-pick id: "work"
      """)
    #expect(chart.problems.isEmpty)
    for words in ["main", "develop", "other", "start", "work", "fixed it", "v1", "v2", "stable", "cherry-pick:"] {
      #expect(chart.says(words), "\(words)")
    }
    #expect(
      chart.statements == [
        "main: start, tagged v1", "develop: work (highlighted), branched from main", "develop: commit 3 (reverted)",
        "main: fixed it", "main: merge of develop (M), tagged v2, stable",
        "other: cherry-pick of work, tagged cherry-pick: work, branched from main",
      ])
  }

  @Test func aLongHistoryReadsDownwards() throws {
    let commits = (0..<40).map { "commit id: \"commit number \($0)\"" }.joined(separator: "\n")
    let chart = try DrawnChart("gitGraph\n" + commits)
    #expect(chart.width < 500)
    #expect((chart.outcome.drawing?.height ?? 0) > 1000)
  }

  @Test(arguments: ["LR", "TB", "BT"])
  func hasDirections(direction: String) throws {
    let chart = try DrawnChart("gitGraph \(direction):\ncommit id: \"a\"\ncommit id: \"b\"\ncommit id: \"c\"")
    let drawing = try #require(chart.outcome.drawing)
    #expect((drawing.width > drawing.height) == (direction == "LR"))
  }

  @Test func ordersBranches() {
    let (graph, _) = GitReader.read(
      MermaidSource("gitGraph\ncommit\nbranch a order: 3\nbranch b order: 1\nbranch c\nbranch d"))
    #expect(graph.lanes == [0, 4, 3, 1, 2])
  }

  @Test func tellsMistakes() throws {
    let chart = try DrawnChart(
      "gitGraph\ncommit\ncheckout develp\nbranch develop\nmerge develop\nbranch main\ncherry-pick id: \"x\"\npush\ncommit type: BIG"
    )
    #expect(chart.problems.map(\.line) == [3, 5, 6, 7, 8, 9])
    #expect(chart.problems[0].help == "make it first: `branch develp`")
  }
}
