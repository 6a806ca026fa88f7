import Testing

@testable import Diagrams

@Suite struct RadarTests {
  @Test func curvesHaveAValueOnEachAxis() throws {
    let chart = try DrawnChart(
      "radar-beta\ntitle Ninjas\naxis Agility, Speed\naxis s[\"Stamina\"]\ncurve a[\"Naruto\"]{\n  s 5, Agility: 2,\n  Speed 3\n}\ncurve b{1, 2, 3}, c{3, 2, 1}\nmax 8\nmin 0\nticks 4\ngraticule polygon\nshowLegend true"
    )
    #expect(chart.problems.isEmpty)
    #expect(
      chart.statements == [
        "Naruto: Agility 2, Speed 3, Stamina 5", "b: Agility 1, Speed 2, Stamina 3", "c: Agility 3, Speed 2, Stamina 1",
      ])
    for words in ["Ninjas", "Agility", "Stamina", "Naruto", "8", "2"] { #expect(chart.says(words), "\(words)") }
  }

  @Test func hidesTheLegendOnRequest() throws {
    let chart = try DrawnChart("radar-beta\naxis A, B, C\ncurve c[\"Only\"]{1, 2, 3}\nshowLegend false")
    #expect(!chart.says("Only"))
  }

  @Test func tellsMistakes() throws {
    let chart = try DrawnChart("radar-beta\naxis A, B\ncurve c{1, x}\ncurve d{C 1}\ncurve e\nmax big\nwhat")
    #expect(Set(chart.problems.map(\.line)) == [3, 4, 5, 6, 7])
    #expect(chart.statements == ["c: A 1, B 0", "d: A 0, B 0"])
  }

  @Test func hasAxesThatCanBeToldApart() throws {
    let axes = (1...61).map { "axis a\($0)" }.joined(separator: "\n")
    let chart = try DrawnChart("radar-beta\n" + axes + "\ncurve c{1, 2}")
    #expect(chart.problems.map(\.line) == [62])
    #expect(chart.texts.contains("a60"))
  }
}
