import Testing

@testable import Diagrams

@Suite struct TreemapTests {
  @Test func partsOfPartsAreSummed() throws {
    let chart = try DrawnChart(
      "treemap-beta\n\"Products\"\n    \"Phones\": 50\n    \"Other\":::hot\n        \"Radios\": 30\n        \"Tubes\", 20\nclassDef hot fill:#ff9966,stroke:#333;"
    )
    #expect(chart.problems.isEmpty)
    #expect(chart.statements == ["Products, 100: Phones 50, Other 50", "Other, 50: Radios 30, Tubes 20"])
    for words in ["Products", "Phones", "50", "Radios", "Tubes"] { #expect(chart.says(words), "\(words)") }
    #expect(chart.paths("fill", "#ff9966") == 1)
  }

  @Test(arguments: [
    ("$0,0", 700_000.0, "$700,000"), (",", 1234.5, "1,234.5"), ("$.1%", 0.355, "$35.5%"), ("", 12, "12"),
  ])
  func writesValues(format: String, value: Double, text: String) {
    var map = Treemap()
    map.format = format
    #expect(map.text(value) == text)
  }

  @Test func areasFillTheBoxInProportion() {
    let values = [6.0, 6, 4, 3, 2, 2, 1, 0]
    let boxes = Squarify.divide(Rect(0, 0, 6, 4), among: values)
    for (value, box) in zip(values, boxes) { #expect(abs(box.width * box.height - value) < 1e-9) }
    for (index, a) in boxes.enumerated() {
      for b in boxes[..<index] { #expect(!a.expanded(by: -1e-9).intersects(b.expanded(by: -1e-9))) }
    }
  }

  @Test func whatIsTooSmallIsNamedBelow() throws {
    let chart = try DrawnChart("treemap\n\"Big\": 100000\n\"A name too long for its area\": 1")
    #expect(chart.says("A name too long for its area"))
  }

  @Test func tellsBadSizes() throws {
    let chart = try DrawnChart("treemap\n\"A\": 10\n\"B\": lots\n\"C\": -4")
    #expect(chart.problems.map(\.line) == [3, 4])
  }
}
