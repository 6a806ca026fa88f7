import BookModel
import Diagrams
import TestSupport
import Testing

@Suite("Flowcharts") struct FlowchartTests {
  @Test("Nodes, links and their texts are drawn and told") func basics() {
    let drawing = DrawingText(
      """
      flowchart LR
        A[Start] --> B{Good?}
        B -->|yes| C(["Keep it"])
        B -. no .-> A
        C === D & E
      """)
    #expect(drawing.problems.isEmpty)
    #expect(drawing.texts.contains("Start") && drawing.texts.contains("Keep it") && drawing.texts.contains("yes"))
    #expect(
      drawing.statements == [
        "Start leads to Good?", "Good? leads to Keep it (yes)", "Good? leads to Start (no)",
        "Keep it is connected with D", "Keep it is connected with E",
      ])
  }

  @Test(
    "Every way to write a link",
    arguments: [
      ("A --> B", "A leads to B"), ("A --- B", "A is connected with B"),
      ("A -- one two --> B", "A leads to B (one two)"),
      ("A ---|one| B", "A is connected with B (one)"), ("A -.-> B", "A leads to B"),
      ("A -. dotted .-> B", "A leads to B (dotted)"), ("A ==> B", "A leads to B"),
      ("A == thick ==> B", "A leads to B (thick)"), ("A <--> B", "A leads to and from B"), ("A --o B", "A leads to B"),
      ("A x--x B", "A leads to and from B"), ("A ----> B", "A leads to B"), ("A-->B", "A leads to B"),
      ("A e1@--> B", "A leads to B"), ("A -->|\"a | b\"| B", "A leads to B (a | b)"),
    ])
  func links(written: String, statement: String) {
    let drawing = DrawingText("graph TD\n\(written)")
    #expect(drawing.problems.isEmpty)
    #expect(drawing.statements == [statement])
  }

  @Test("Brackets that should be quoted are read as meant, with the mending") func unquoted() {
    let drawing = DrawingText("graph LR\n  A[Spec] --> B[LM Studio (GUI)] --> C{Say \"yes\"}")
    #expect(drawing.texts.contains("LM Studio (GUI)"))
    #expect(drawing.problems.count == 2)
    #expect(drawing.problems.first?.line == 2)
    #expect(drawing.problems.first?.help == "write `B[\"LM Studio (GUI)\"]`")
  }

  @Test("A shape for every name that the documentation gives") func shapes() {
    for name in ["rect", "diam", "cyl", "docs", "bolt", "hourglass", "cloud", "datastore", "fork", "odd", "notch-pent"]
    {
      let drawing = DrawingText("flowchart\n  A@{ shape: \(name), label: \"x\" }")
      #expect(drawing.problems.isEmpty, "\(name)")
      #expect(drawing.outcome.drawing != nil, "\(name)")
    }
    let unknown = DrawingText("flowchart\n  A@{ shape: diamnd }")
    #expect(unknown.problems.first?.help == "did you mean `diamond`?")
  }

  @Test("Groups are framed, titled and told, and may have a direction of their own") func groups() {
    let drawing = DrawingText(
      """
      flowchart LR
        subgraph one [The first]
          direction TB
          a --> b
        end
        subgraph Two: the rest
          c
        end
        one --> c
      """)
    #expect(drawing.problems.isEmpty)
    #expect(drawing.texts.contains("The first") && drawing.texts.contains("Two: the rest"))
    #expect(drawing.statements.contains("The first leads to c") && drawing.statements.contains("The first holds a, b"))
  }

  @Test("Colours of the author are kept, with letters that can be read on them") func colours() {
    let drawing = DrawingText("graph TD\n A:::dark --> B\n classDef dark fill:#000,color:#111\n style B fill:gold")
    #expect(drawing.svg.contains("fill=\"#000000\"") && drawing.svg.contains("fill=\"#ffd700\""))
    #expect(!drawing.svg.contains("fill=\"#111111\""))
  }

  @Test("Labels: breaks, entities, Markdown, tags") func labels() {
    let drawing = DrawingText(
      "graph TD\n A[one<br/>two] --> B[\"#quot;q#quot; &amp; <b>bold</b>\"] --> C[\"`an *italic* word`\"]")
    #expect(drawing.texts.contains("one") && drawing.texts.contains("two"))
    #expect(drawing.texts.contains("\"q\" &amp;") && drawing.svg.contains("font-weight=\"bold\""))
    #expect(drawing.texts.contains("italic") && drawing.svg.contains("font-style=\"italic\""))
  }

  @Test("Front matter, directives, comments and the accessible texts") func wrappings() {
    let drawing = DrawingText(
      """
      ---
      title: A title
      ---
      %%{init: {"theme": "dark"}}%%
      graph TD
        accTitle: A name
        accDescr: What it is
        %% not drawn
        A --> B
      """)
    #expect(drawing.outcome.drawing?.title == "A name")
    #expect(drawing.outcome.drawing?.alternative == "What it is")
    #expect(drawing.texts.contains("A title"))
  }

  @Test("A line that cannot be read is told, and the rest is drawn") func garbage() {
    let drawing = DrawingText("graph TD\n  A --> B\n  ))((\n  B --> C\n  end")
    #expect(drawing.problems.map(\.line) == [3, 5])
    #expect(drawing.statements == ["A leads to B", "B leads to C"])
  }

  @Test("Nothing breaks on hostile sources") func hostile() {
    let deep = String(repeating: "subgraph a\n", count: 300)
    let sources = [
      "", "graph", "graph TD", "graph TD\nA[", "graph TD\nA@{", "graph TD\n-->", "graph TD\nA --> A",
      "graph TD\nsubgraph s\ns --> s\nend", "graph TD\nsubgraph s\na\nend\ns --> a\na --> s", "graph TD\n" + deep,
      "graph TD\nlinkStyle 99999999999999999999 stroke:red", "graph TD\nA" + String(repeating: "-", count: 5000) + ">B",
      "graph TD\n" + (0..<400).map { "n\($0) --> n\($0 / 3)" }.joined(separator: "\n"),
    ]
    for source in sources {
      let drawing = DrawingText(source)
      if let svg = drawing.outcome.drawing?.svg { #expect(String(decoding: svg, as: UTF8.self).hasSuffix("</svg>")) }
    }
  }

  @Test("The same source gives the same bytes, whatever was drawn before") func determinism() {
    let source = "graph LR\n A & B --> C & D\n C --> E\n D --> E\n subgraph s\n E --> F\n end"
    let drafter = DiagramDrafter()
    let first = drafter.draw(Diagram(language: "mermaid", source: source))
    _ = drafter.draw(Diagram(language: "mermaid", source: "graph TD\n X --> Y --> Z --> X"))
    #expect(drafter.draw(Diagram(language: "mermaid", source: source)) == first)
    #expect(DiagramDrafter().draw(Diagram(language: "mermaid", source: source)) == first)
  }

  @Test("Every diagram of a real handbook is drawn", .enabled(if: SharedData.isPresent, SharedData.absence))
  func realHandbook() throws {
    let drafter = DiagramDrafter()
    let sources = try MermaidFences.sources(in: "handbook")
    #expect(sources.count > 150)
    for source in sources {
      #expect(drafter.draw(Diagram(language: "mermaid", source: source)).drawing != nil, "\(source)")
    }
  }
}
