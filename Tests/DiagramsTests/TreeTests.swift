import Testing

@testable import Diagrams

/// Mermaid documentation, "TreeView Diagram" and "Ishikawa Diagram".
@Suite struct TreeTests {
  @Test func foldersHoldFiles() throws {
    let chart = try DrawnChart(
      "treeView-beta\n  \"docs\"\n    \"build\"\n      \"a.txt\"\n    \"Makefile\"\n  \"src\"")
    #expect(chart.texts == ["docs", "build", "a.txt", "Makefile", "src"])
    #expect(chart.statements == ["docs holds build, Makefile", "build holds a.txt"])
    #expect(chart.svg.components(of: "<g class=\"edge\">") == 3)
    #expect(chart.problems.isEmpty)
  }

  @Test func deepFoldersFitAPage() throws {
    let lines = (0..<60).map { String(repeating: " ", count: $0 + 1) + "n\($0)" }
    let chart = try DrawnChart("treeView-beta\n" + lines.joined(separator: "\n"))
    #expect(chart.width < 700)
    #expect(chart.texts.count == 60)
  }

  @Test("Causes may stand as deep as their effect") func causes() throws {
    let chart = try DrawnChart("ishikawa-beta\n  Blurry photo\n  Process\n    Out of focus\n  User\n    Shaky hands")
    #expect(
      chart.statements == [
        "Blurry photo comes from Process, User", "Process comes from Out of focus", "User comes from Shaky hands",
      ])
    #expect(chart.svg.components(of: "<g class=\"node\">") == 5)
  }
}
