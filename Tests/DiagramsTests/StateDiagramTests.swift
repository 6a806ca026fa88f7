import Diagrams
import Testing

/// Mermaid documentation, "State diagrams".
@Suite struct StateDiagramTests {
  @Test func transitionsLeadFromStartToEnd() {
    let drawing = DrawingText(
      "stateDiagram-v2\n[*] --> Still\nStill --> Moving : push %% comment\nMoving --> [*]")
    #expect(drawing.texts == ["Still", "Moving", "push"])
    #expect(drawing.curves == 3)
    #expect(
      drawing.statements == [
        "the diagram begins with Still", "Still leads to Moving (push)", "Moving ends the diagram",
      ])
  }

  @Test func descriptionsNameStates() {
    let drawing = DrawingText(
      "stateDiagram-v2\nstate \"Is on\" as s1\ns2 : Is off\ns2 : and cold\ns1 --> s2")
    #expect(drawing.texts == ["Is on", "Is off", "and cold"])
    #expect(drawing.statements.contains("Is off: and cold"))
  }

  @Test func compositeStatesHoldOthers() {
    let drawing = DrawingText(
      """
      stateDiagram-v2
      [*] --> Outer
      state Outer {
        direction LR
        [*] --> Inner
        state Inner { a --> b }
      }
      Outer --> Last
      """)
    for text in ["Outer", "Inner", "a", "b", "Last"] { #expect(drawing.texts.contains(text)) }
    #expect(drawing.statements.contains("Outer begins with Inner"))
    #expect(drawing.statements.contains("Inner holds a, b"))
    #expect(drawing.problems.isEmpty)
  }

  @Test("A state stands in the composite that mentions it last, as Mermaid draws it") func lastMention() {
    let drawing = DrawingText(
      "stateDiagram-v2\nstate First {\na --> b\n}\nstate Second {\nb --> c\n}\nb --> d")
    #expect(drawing.statements.contains("First holds a"))
    #expect(drawing.statements.contains("Second holds b, c"))
  }

  @Test func regionsRunAtTheSameTime() {
    let drawing = DrawingText(
      "stateDiagram-v2\nstate Active {\n[*] --> A\n--\n[*] --> B\nB --> C\n}")
    #expect(drawing.statements.contains("Active holds 2 regions at the same time: A | B, C"))
    // Both regions have dashed frames.
    #expect(drawing.svg.components(of: "stroke-dasharray=\"5 4\"") == 2)
  }

  @Test func forksChoicesAndNotesAreDrawn() {
    let drawing = DrawingText(
      """
      stateDiagram-v2
      state split <<fork>>
      state which <<choice>>
      [*] --> split
      split --> A
      split --> which
      which --> B : yes
      note right of A
        first line
        second line
      end note
      note left of B : short
      """)
    #expect(drawing.texts.contains("second line") && drawing.texts.contains("short"))
    #expect(drawing.statements.contains("the fork split leads to the choice which"))
    #expect(drawing.statements.contains("note on A: first line second line"))
    #expect(drawing.problems.isEmpty)
  }

  @Test func stylesColourStates() {
    let drawing = DrawingText(
      "stateDiagram\nclassDef bad fill:#f00,color:white\nA --> Crash:::bad\nclass A bad")
    #expect(drawing.svg.components(of: "fill=\"#ff0000\"") == 2)
  }

  @Test func problemsNameTheLineAndAFix() {
    let drawing = DrawingText("stateDiagram-v2\nA --> \nwhat is this\nstate X <<wrong>>\nnote A\n}\nA --> B")
    #expect(drawing.problems.map(\.line) == [2, 3, 4, 5, 6])
    #expect(drawing.problems.allSatisfy { $0.help != nil })
    #expect(drawing.statements.contains("A leads to B"))
  }

  @Test func aCompositeStateMayLeadToItself() {
    let drawing = DrawingText(
      "stateDiagram-v2\nstate Active {\nIdle\n}\nInactive --> Idle : ACT\nActive --> Active : LOG")
    #expect(drawing.statements.contains("Active leads to Active (LOG)"))
    #expect(drawing.texts.contains("LOG") && drawing.curves == 2)
  }
}
