import Diagrams
import Testing

/// Mermaid documentation, "Requirement Diagram".
@Suite struct RequirementDiagramTests {
  @Test func boxesHoldFieldsAndRelations() {
    let drawing = DrawingText(
      """
      requirementDiagram
      functionalRequirement Quick start:::hot {
        id: 1.1
        text: "starts in time"
        risk: low
        verifymethod: test
      }
      element suite {
        type: simulation
        docRef: reqs/one
      }
      suite - satisfies -> Quick start
      Quick start <- copies - suite
      classDef hot fill:#ff9966
      """)
    for text in ["«Functional requirement»", "Quick start", "starts in time", "«satisfies»", "«copies»"] {
      #expect(drawing.texts.contains(text))
    }
    #expect(drawing.statements.prefix(2) == ["suite satisfies Quick start", "suite copies Quick start"])
    #expect(drawing.statements.contains("suite is an element (type simulation, document reqs/one)"))
    #expect(drawing.svg.contains("fill=\"#ff9966\""))
    #expect(drawing.problems.isEmpty)
  }

  @Test func problemsNameTheLineAndAFix() {
    let drawing = DrawingText(
      "requirementDiagram\nrequirement a {\nidd: 1\nnothing\n}\na - fulfils -> b\nwhat\n}")
    #expect(drawing.problems.map(\.line) == [3, 4, 6, 7, 8])
    #expect(drawing.problems.filter { $0.line != 6 }.allSatisfy { $0.help != nil })
    #expect(drawing.texts.contains("«fulfils»"))
  }
}
