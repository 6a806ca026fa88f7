import Testing

@testable import Diagrams

@Suite struct MindmapTests {
  @Test func indentationMakesTheTree() throws {
    let chart = try DrawnChart(
      "mindmap\n  root((Plan))\n    A\n      B\n     C\n    ::icon(fa fa-book)\n    D[\"`**bold** text`\"]")
    #expect(chart.problems.isEmpty)
    #expect(chart.statements == ["Plan: A, bold text", "A: B, C [book]"])
    for words in ["Plan", "A", "B", "C", "[book]", "bold", "text"] { #expect(chart.says(words), "\(words)") }
  }

  @Test(arguments: [
    ("id[a]", Mindmap.Shape.square), ("id(a)", .rounded), ("id((a))", .circle), ("id))a((", .bang), ("id)a(", .cloud),
    ("id{{a}}", .hexagon), ("a", .plain), ("(a) and more", .plain),
  ])
  func readsShapes(text: String, shape: Mindmap.Shape) {
    #expect(MindmapReader.shape(of: text).1 == shape)
  }

  @Test func readsTextOverSeveralLines() throws {
    let chart = try DrawnChart("mindmap\n  a[\"`one\ntwo`\"]\n    b")
    #expect(chart.texts.contains("one"))
    #expect(chart.texts.contains("two"))
    #expect(chart.statements == ["one two: b"])
  }

  @Test func aSecondRootIsToldAndKept() throws {
    let chart = try DrawnChart("mindmap\n  A\n    B\n  C")
    #expect(chart.problems.map(\.line) == [4])
    #expect(chart.statements == ["A: B, C"])
  }

  @Test func branchesGoBothWays() throws {
    let (map, _) = MindmapReader.read(MermaidSource("mindmap\n r\n  a\n  b\n  c\n  d"))
    #expect(map.nodes.map(\.branch) == [0, 0, 1, 2, 3])
    let chart = try DrawnChart("mindmap\n r\n  a\n  b\n  c\n  d")
    let xs = ["a", "d"].compactMap { name in
      chart.svg.split(separator: "<text ").first { $0.contains(">\(name)<") }?.split(separator: "\"").dropFirst().first
        .flatMap { Double($0) }
    }
    #expect(xs.count == 2 && xs[0] > xs[1] + 50)
  }
}
