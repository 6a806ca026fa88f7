import Testing

@testable import Diagrams

@Suite struct GanttTests {
  private func schedule(_ lines: String) -> (GanttChart, [DiagramProblem]) {
    let (chart, problems) = GanttReader.read(MermaidSource("gantt\n" + lines))
    let (worked, late) = GanttSchedule.work(out: chart)
    return (worked, problems + late)
  }

  private func days(_ chart: GanttChart) -> [String] {
    chart.tasks.map { DateWriting.text($0.start, "%m-%d") + "/" + DateWriting.text($0.drawnEnd, "%m-%d") }
  }

  @Test func tasksFollowEachOther() {
    let (chart, problems) = schedule(
      "A :a1, 2014-01-01, 30d\nB :after a1, 20d\nC :2014-01-12, 12d\nD :24d\nE :until x\nF :x, 2014-03-01, 2014-03-04")
    #expect(problems.isEmpty)
    #expect(days(chart) == ["01-01/01-31", "01-31/02-20", "01-12/01-24", "01-24/02-17", "02-17/03-01", "03-01/03-04"])
  }

  @Test func afterTakesTheLatestAndUntilTheEarliest() {
    let (chart, _) = schedule(
      "a :a, 2017-07-20, 1w\nb :b, 2017-07-23, 1d\nc :c, after b a, 1d\nd :d, 2017-07-20, until b c")
    #expect(days(chart) == ["07-20/07-27", "07-23/07-24", "07-27/07-28", "07-20/07-23"])
  }

  /// The dates of Mermaid documentation, "Gantt diagrams", second example.
  @Test func excludedDaysMoveEndsOut() {
    let (chart, _) = schedule(
      "excludes weekends\nA :a, 2014-01-09, 3d\nB :after a, 5d\nC :2014-01-06,2014-01-12\nD :2014-01-09, 2d")
    // 11 and 12 January are a weekend. What ends on a Friday's midnight is drawn to there.
    #expect(days(chart) == ["01-09/01-14", "01-14/01-21", "01-06/01-12", "01-09/01-11"])
    #expect(DateWriting.text(chart.tasks[3].end, "%m-%d") == "01-13")
  }

  @Test(arguments: [
    ("YYYY-MM-DD", "2024-02-29", "2024-02-29 00:00:00"), ("DD/MM/YYYY", "05/11/1999", "1999-11-05 00:00:00"),
    ("MMM D, YYYY", "Mar 3, 2021", "2021-03-03 00:00:00"), ("HH:mm:ss", "13:05:09", "1970-01-01 13:05:09"),
    ("YYYY-MM-DD hh:mm A", "2024-01-01 12:30 AM", "2024-01-01 00:30:00"),
    ("YYYY-DDDD", "2024-060", "2024-02-29 00:00:00"),
    ("X", "86400", "1970-01-02 00:00:00"), ("YY.MM.DD", "70.01.02", "1970-01-02 00:00:00"),
    ("YYYY-MM-DDTHH:mm:ssZ", "2024-05-06T07:08:09+02:00", "2024-05-06 07:08:09"),
    ("[Q]Q YYYY", "Q3 2020", "2020-07-01 00:00:00"),
    ("DD-MM", "2024-02-29", "2024-02-29 00:00:00"),
  ])
  func readsDates(format: String, text: String, time: String) throws {
    let read = try #require(DateReading(format: format).read(text))
    #expect(DateWriting.text(read, "%Y-%m-%d %H:%M:%S") == time)
  }

  @Test func writesDates() {
    let time = CalendarTime(year: 2021, month: 1, day: 3, milliseconds: (15 * 60 + 4) * 60_000)
    #expect(
      DateWriting.text(time, "%a %A %b %B %d %e %j %U %W %V %w %y %I:%M %p %%")
        == "Sun Sunday Jan January 03 3 003 01 00 53 0 21 03:04 PM %")
    #expect(DateWriting.text(CalendarTime(year: 2024, month: 1, day: 1), "%V %W %U") == "01 01 00")
  }

  @Test func countsDaysBothWays() {
    for day in stride(from: -800_000, through: 800_000, by: 337) {
      let date = CalendarTime(milliseconds: day * CalendarTime.day).date
      #expect(CalendarTime.days(year: date.year, month: date.month, day: date.day) == day)
    }
    #expect(
      CalendarTime(year: 2024, month: 1, day: 31).adding(months: 1) == CalendarTime(year: 2024, month: 2, day: 29))
    #expect(CalendarTime(year: 1970).weekday == 4)
  }

  @Test func drawsTagsMilestonesAndMarkers() throws {
    let chart = try DrawnChart(
      """
      gantt
        title Plan
        dateFormat YYYY-MM-DD
        axisFormat %d.%m.
        section Build<br>it
        Done :done, a, 2024-01-01, 3d
        Hot :crit, active, after a, 4d
        Launch :milestone, after a, 0d
        Freeze :vert, 2024-01-05, 0d
        click a href "https://example.org"
      """)
    #expect(chart.problems.isEmpty)
    for words in ["Plan", "Build", "it", "Done", "Hot", "Launch", "Freeze", "done", "active", "critical", "03.01."] {
      #expect(chart.says(words), "\(words)")
    }
    #expect(chart.statements[0] == "Build it, Done from 2024-01-01 to 2024-01-04 (done), see https://example.org")
    #expect(chart.statements[2] == "Build it, Launch on 2024-01-04 (milestone)")
  }

  @Test func tellsWhatIsWrong() throws {
    let chart = try DrawnChart(
      "gantt\nA :a1, 2024-01-01, 3d\nB :after a2, 3d\nC :2024-13-01, 3x\nnothing\nD :d, after e, 1d\nE :e, after d, 1d")
    // Two tasks that wait for each other are one circle, told once.
    #expect(Set(chart.problems.map(\.line)) == [3, 4, 5, 6])
    #expect(chart.problems.first { $0.line == 3 }?.help == "did you mean `a1`?")
    for name in ["A", "B", "C", "D", "E"] { #expect(chart.texts.contains(name)) }
  }
}
