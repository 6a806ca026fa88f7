import BookModel
import Diagrams
import Testing

/// Input that no author means is drawn or refused in bounded time, and never crashes.
@Suite struct HostileGraphTests {
  static let keywords = [
    "classDiagram", "stateDiagram-v2", "erDiagram", "requirementDiagram", "C4Context", "architecture-beta",
  ]

  @Test(arguments: keywords)
  func emptyBodiesAreTold(keyword: String) {
    let drawing = DrawingText(keyword)
    #expect(drawing.outcome.drawing == nil)
    #expect(drawing.problems.count == 1)
  }

  @Test(arguments: keywords)
  func garbageIsTold(keyword: String) {
    for garbage in [
      "\"", "}}}}", "{{{{", ":::", "--", "-->", "<<", "~", "[", "note", "class", "state {", "\u{0}", "Rel(", "a:",
    ] {
      let drawing = DrawingText("\(keyword)\n\(garbage)\n\(garbage)\n\(garbage)")
      #expect(drawing.outcome.drawing != nil || !drawing.problems.isEmpty)
    }
  }

  @Test(arguments: [
    ("classDiagram", "namespace N {", "}"), ("stateDiagram-v2", "state S# {", "}"),
    ("C4Context", "Boundary(b#, \"b\") {", "}"),
  ])
  func deepNestingIsCut(keyword: String, opening: String, closing: String) {
    let open = (0..<500).map { depth in opening.map { $0 == "#" ? String(depth) : String($0) }.joined() }
    let source = ([keyword] + open + Array(repeating: closing, count: 500)).joined(separator: "\n")
    let drawing = DrawingText(source)
    #expect(drawing.problems.contains { $0.message.contains("twelve deep") })
  }

  @Test(arguments: [
    ("classDiagram", "A# --> B#"), ("stateDiagram-v2", "A# --> B#"), ("erDiagram", "A# ||--|| B# : x"),
    ("requirementDiagram", "A# - traces -> B#"), ("C4Context", "System(a#, \"A\")"),
    ("architecture-beta", "service a#(server)[A]"),
  ])
  func tenThousandLinesAreTooMany(keyword: String, line: String) {
    let lines = (0..<10_000).map { number in line.map { $0 == "#" ? String(number) : String($0) }.joined() }
    let drawing = DrawingText(([keyword] + lines).joined(separator: "\n"))
    #expect(drawing.outcome.drawing == nil)
    #expect(drawing.problems.last?.message.contains("too large") == true)
  }

  @Test func edgesBetweenAGroupAndItsMembersAreDrawn() {
    let drawing = DrawingText(
      "stateDiagram-v2\nstate A {\nstate B {\nb --> c\n}\nB --> d\n}\nA --> b\nc --> A\nB --> A\nA --> A\nA --> B")
    #expect(drawing.outcome.drawing != nil)
  }

  @Test func theSameSourceGivesTheSameBytes() {
    let source = "stateDiagram-v2\n[*] --> A\nstate A {\n[*] --> b\nb --> c : x\n--\nd --> e\n}\nA --> [*]"
    let drafter = DiagramDrafter()
    let first = drafter.draw(Diagram(language: "mermaid", source: source))
    _ = drafter.draw(Diagram(language: "mermaid", source: "classDiagram\nA <|-- B"))
    #expect(drafter.draw(Diagram(language: "mermaid", source: source)) == first)
    #expect(DiagramDrafter().draw(Diagram(language: "mermaid", source: source)) == first)
  }

  @Test func tangledGraphsAreDrawnAllTheSame() {
    // Graphviz left to itself takes minutes for this.
    let lines = (0..<300).map { "S\($0 * 7 % 80) --> S\($0 * $0 % 79) : x" }
    let drawing = DrawingText((["stateDiagram-v2"] + lines).joined(separator: "\n"))
    #expect(drawing.texts.contains("S1"))
  }

  @Test(arguments: ["a --> d : over", "d --> a : back", "A --> e : in", "e --> A : out", "A --> B : both"])
  func labelsOfLinesThroughFramesAreDrawn(line: String) {
    let drawing = DrawingText(
      "stateDiagram-v2\n\(line)\nstate A {\na --> b\n}\nstate B {\nd --> e\n}\nA --> d : first\na --> B : second")
    for text in ["first", "second", String(line.split(separator: " ").last ?? "")] {
      #expect(drawing.texts.contains(text))
    }
  }
}
