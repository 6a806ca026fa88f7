import Testing

@testable import Diagrams

@Suite struct JourneyTests {
  @Test func drawsStepsScoresAndActors() throws {
    let chart = try DrawnChart(
      "journey\ntitle My day\nsection Go to work\nMake tea: 5: Me\nDo work: 1: Me, Cat\nsection Go home\nSit down: 3: Me"
    )
    #expect(chart.problems.isEmpty)
    #expect(
      chart.statements == [
        "Go to work, Make tea: 5 of 5 (Me)", "Go to work, Do work: 1 of 5 (Me, Cat)", "Go home, Sit down: 3 of 5 (Me)",
      ])
    for words in ["My day", "Go to work", "Make tea", "Me, Cat", "Go home"] { #expect(chart.says(words), "\(words)") }
    // A face each, by its fill.
    #expect(chart.paths("fill", "#a9d2b1") == 1)
    #expect(chart.paths("fill", "#e3a9a3") == 1)
    #expect(chart.paths("fill", "#e8dc9a") == 1)
  }

  @Test func tellsBadScores() throws {
    let chart = try DrawnChart("journey\nA: 9: Me\nB: well: Me\nC\nD: 2")
    #expect(chart.problems.map(\.line) == [2, 3, 4])
    #expect(chart.statements == ["A: 5 of 5 (Me)", "B: 3 of 5 (Me)", "D: 2 of 5"])
  }
}
