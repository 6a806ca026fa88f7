import Testing

@testable import Diagrams

@Suite struct BlockTests {
  private func read(_ lines: String) -> BlockDiagram { BlockReader.read(MermaidSource("block-beta\n" + lines)).0 }

  @Test func blocksStandInColumns() throws {
    let layout = BlockLayout(read("columns 3\na[\"A label\"] b:2\nc:2 d\nspace e"), Workbench())
    let boxes = Dictionary(
      uniqueKeysWithValues: zip(layout.diagram.blocks.map(\.id), layout.boxes).filter { !$0.0.isEmpty })
    let (a, b, c, d, e) = try (
      #require(boxes["a"]), #require(boxes["b"]), #require(boxes["c"]), #require(boxes["d"]), #require(boxes["e"])
    )
    #expect(a.minY == b.minY && c.minY == d.minY && c.minY > a.minY && e.minY > c.minY)
    #expect(b.maxX == d.maxX && a.minX == c.minX)
    #expect(b.minX == e.minX)
    #expect(abs(b.width - (2 * a.width + 10)) < 0.01)
  }

  @Test func drawsShapesGroupsArrowsAndLinks() throws {
    let chart = try DrawnChart(
      """
      block
      columns 1
        db(("DB"))
        down<["go"]>(down)
        block:ID["Group"]:1
          A
          B["A wide one"]
        end
        D:::hot
        A-- "reads" -->D
        ID --x D
        db -.-> A
        style B fill:#f9F,stroke:#333,stroke-width:4px
        classDef hot fill:#6e6ce6
      """)
    #expect(chart.problems.isEmpty)
    for words in ["DB", "go", "Group", "A wide one", "reads", "D"] { #expect(chart.says(words), "\(words)") }
    #expect(chart.paths("fill", "#ff99ff") == 1)
    #expect(chart.paths("fill", "#6e6ce6") == 1)
    #expect(chart.statements.contains("A to D: reads"))
    #expect(chart.statements.contains("Group: A, A wide one"))
  }

  @Test(arguments: [
    ("a-->b", EdgeMark.arrow, false), ("a---b", .none, false), ("a-.->b", .arrow, true), ("a --x b", .cross, false),
    ("a --o b", .circle, false), ("a -- \"x\" --> b", .arrow, false), ("a -- x --- b", .none, false),
    ("a-->|x|b", .arrow, false),
  ])
  func readsLinks(text: String, head: EdgeMark, isDotted: Bool) throws {
    let diagram = read(text)
    let link = try #require(diagram.links.first)
    #expect(link.head == head)
    #expect(link.isDotted == isDotted)
    #expect(diagram.blocks.map(\.id) == ["", "a", "b"])
    #expect(link.label.plainText == (text.contains("x") && !text.contains("--x") ? "x" : ""))
  }

  @Test func tellsMistakes() throws {
    let chart = try DrawnChart("block\ncolumns many\na ?? b\nend\nblock:x\nc\nstyle a fill#969\nc -->")
    #expect(chart.problems.map(\.line) == [2, 3, 4, 7, 8, 5])
    #expect(chart.texts.contains("c"))
  }
}
