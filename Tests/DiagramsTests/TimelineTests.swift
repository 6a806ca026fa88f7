import Testing

@testable import Diagrams

@Suite struct TimelineTests {
  @Test func periodsHaveEventsInSections() throws {
    let chart = try DrawnChart(
      """
      timeline TD
        title Social media
        2000 : Alone
        section Early
          2002 : LinkedIn
          2004 : Facebook : Google
               : Orkut
        section Late
          12:30 : https://example.org
      """)
    #expect(chart.problems.isEmpty)
    #expect(
      chart.statements == [
        "2000: Alone", "Early, 2002: LinkedIn", "Early, 2004: Facebook; Google; Orkut",
        "Late, 12:30: https://example.org",
      ])
    for words in ["Social media", "Early", "Late", "Orkut", "12:30"] { #expect(chart.says(words), "\(words)") }
    #expect(chart.width <= 730)
  }

  @Test func takesTheAuthorsColours() throws {
    let chart = try DrawnChart("---\nconfig:\n  themeVariables:\n    cScale0: '#0000ff'\n---\ntimeline\n2002 : A")
    #expect(chart.paths("fill", "#0000ff") >= 1)
  }

  @Test func anEventWithoutAPeriodIsTold() throws {
    let chart = try DrawnChart("timeline\n: Google\n2004 : Facebook")
    #expect(chart.problems.map(\.line) == [2])
    #expect(chart.says("Facebook"))
  }

  @Test func aSectionWithoutPeriodsIsKept() throws {
    let chart = try DrawnChart("timeline\nsection Empty\nsection Full\n2004 : Facebook\nsection Last")
    for words in ["Empty", "Full", "Last"] { #expect(chart.texts.contains(words)) }
  }
}
