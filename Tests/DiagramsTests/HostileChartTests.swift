import Testing

@testable import Diagrams

@Suite struct HostileChartTests {
  static let types = MermaidTypes.charts.keys.sorted()

  /// Lines that mean something to some type, with numbers and nesting that nobody means.
  static let lines = [
    "", ":", "::", "a", "\"", "[", "]", "{", "}", "(", ")", "((", "-->", "->>", "A->>", "->>B", "A->>B:", "A->>A: x",
    "end", "end",
    "loop", "else", "rect rgb(999,999,999)", "box", "note over", "note over ,: x", "note left of A,B: y", "create",
    "destroy",
    "create participant Q", "destroy Q", "activate", "deactivate A", "A->>-B: m", "autonumber 1e15 1e15",
    "autonumber nan",
    "participant A@{", "participant A@{ \"type\": \"x\" }", "title", "section", "section ", "showData", "\"x\" : 1e308",
    "\"x\" : 1e15", "\"y\" : inf", "\"z\" : nan", "\"n\" : 0.0000001", "A task : 99999-01-01, 9999999999999d",
    "B : after, until",
    "C : after after, 1e9y", "D : 2024-01-01, 1e15w", "E : milestone, vert, crit", ": , , ,",
    "excludes weekends, sunday",
    "excludes monday tuesday wednesday thursday friday", "dateFormat", "dateFormat [[[", "axisFormat %",
    "axisFormat %-%_%0",
    "tickInterval 99999999999999999999day", "weekend", "click", "click a href", "  ::icon(", "  ::icon()", ":::",
    "))x((", "{{}}",
    "x: 99: y", "x: nan: y", "x-axis -->", "x-axis 5 --> 5", "y-axis 1e15 --> -1e15", "x-axis []", "bar []",
    "bar [1e15, -1e15, 0]",
    "line [nan, inf]", "p: [1e15, -1e15]", "p: [,]", "quadrant-1", "quadrant-9 x", "commit id: \"", "commit id:",
    "branch",
    "checkout main", "merge main", "cherry-pick", "cherry-pick id: \"\"", "branch b order: -1e15", "merge b",
    "0-65535: \"x\"",
    "+65536: \"y\"", "5-1: \"z\"", "-1-5: q", "a,b,1e15", "a,a,1", "b,a,1e-15", ",,", "\",\",\"\",1", "axis",
    "axis ,,,", "curve",
    "curve c{", "curve c{}", "curve c{1e15,-1e15}", "max -1e15", "min 1e15", "ticks 1e15", "columns 0", "columns 1e15",
    "space:99999999999999999", "a:99999999999999999", "block:", "block:x:99999", "a<[", "a<[\"\"]>()", "a[[[[[",
    "style", "class",
    "classDef", "\u{0}", "\u{FFFD}\u{202E}x", "👩‍👩‍👧‍👦 : 👩‍👩‍👧‍👦", "%%", "accDescr {",
  ]

  @Test(arguments: types)
  func everyLineAloneAndAllTogether(type: String) throws {
    for line in HostileChartTests.lines { _ = try DrawnChart("\(type)\n\(line)") }
    _ = try DrawnChart(type)
    _ = try DrawnChart("\(type) \(HostileChartTests.lines.joined(separator: " "))")
    _ = try DrawnChart("\(type)\n" + HostileChartTests.lines.joined(separator: "\n"))
    _ = try DrawnChart("\(type)\n" + HostileChartTests.lines.reversed().map { "  " + $0 }.joined(separator: "\n    "))
  }

  @Test(arguments: types)
  func numbersThatAreNoneNeverReachTheDrawing(type: String) throws {
    let chart = try DrawnChart("\(type)\n" + HostileChartTests.lines.joined(separator: "\n"))
    for word in ["\"nan\"", "\"inf\"", "nan ", "inf "] { #expect(!chart.svg.contains(word)) }
  }

  /// Deterministic noise of the letters that mean something.
  @Test(arguments: types)
  func noise(type: String) throws {
    var seed: UInt64 = 42
    let letters = Array("ab:-->[](){}\"',;|%\\/+.019 \n  end")
    for _ in 0..<40 {
      var text = type + "\n"
      for _ in 0..<200 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(letters[Int(seed >> 33) % letters.count])
      }
      _ = try DrawnChart(text)
    }
  }

  @Test(arguments: types)
  func theSameSourceGivesTheSameBytes(type: String) throws {
    let source = "\(type)\n" + HostileChartTests.lines.joined(separator: "\n")
    #expect(try DrawnChart(source).svg == DrawnChart(source).svg)
  }

  @Test(arguments: [
    ("sequenceDiagram", "loop x"), ("mindmap", ""), ("treemap", ""), ("block", "block"),
    ("sequenceDiagram", "A->>+B: x"),
  ])
  func depthIsNoDanger(type: String, line: String) throws {
    let lines = (0..<600).map { line.isEmpty ? String(repeating: " ", count: $0) + "n\($0)" : line }
    _ = try DrawnChart("\(type)\n" + lines.joined(separator: "\n") + (type == "sequenceDiagram" ? "\nA->>B: y" : ": 1"))
  }
}
