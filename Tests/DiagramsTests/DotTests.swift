import Diagrams
import Testing

@Suite("Graphs in Graphviz's language") struct DotTests {
  @Test("Nodes, edges, clusters, labels and colours") func basics() {
    let drawing = DrawingText(
      """
      digraph G {
        rankdir=LR; node [shape=box, style=filled, fillcolor="#eeeeff"];
        subgraph cluster_0 { label="process #1"; a0 -> a1 }
        start [shape=Mdiamond label="Start\\nhere"]; start -> a0 [label="go"];
        a1 -> {b c} /* both */
      }
      """, language: "dot")
    #expect(drawing.problems.isEmpty)
    #expect(drawing.texts.contains("process #1") && drawing.texts.contains("here"))
    #expect(drawing.svg.contains("#eeeeff"))
    #expect(drawing.statements.contains("Start here leads to a0 (go)") && drawing.statements.contains("a1 leads to c"))
  }

  @Test("An undirected graph has lines without arrows") func undirected() {
    #expect(DrawingText("graph { a -- b }", language: "graphviz").statements == ["a is connected with b"])
  }

  @Test("Hostile graphs end in a drawing or a problem") func hostile() {
    for source in [
      "", "digraph", "digraph {", "digraph { a -> ", "digraph { [[[ }", String(repeating: "digraph {", count: 200),
    ] {
      let drawing = DrawingText(source, language: "dot")
      #expect(drawing.outcome.drawing != nil || !drawing.problems.isEmpty)
    }
  }
}
