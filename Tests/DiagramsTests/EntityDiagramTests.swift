import Diagrams
import Testing

/// Mermaid documentation, "Entity Relationship Diagrams".
@Suite struct EntityDiagramTests {
  @Test func attributesStandInATable() {
    let drawing = DrawingText(
      """
      erDiagram
      CAR["A car"] {
        string(99) registration PK, FK "the plate"
        decimal(10, 2) price
      }
      """)
    #expect(
      drawing.texts == [
        "A car", "string(99)", "registration", "PK, FK", "the plate", "decimal(10, 2)", "price",
      ])
    #expect(drawing.statements == ["A car has registration (PK, FK), price"])
    #expect(drawing.problems.isEmpty)
  }

  @Test(arguments: [
    ("A ||--o{ B : has", "exactly one A to zero or more B (has)"),
    ("A }|..|o B : has", "one or more A to zero or one B (has)"),
    ("A||--||B : has", "exactly one A to exactly one B (has)"),
    ("A 1 to zero or more B : has", "exactly one A to zero or more B (has)"),
    ("A many(1) optionally to 0+ B : has", "one or more A to zero or more B (has)"),
    ("A only one to one or zero B", "exactly one A to zero or one B"),
    ("\"A a\" |o--|{ LINE-ITEM : \"has many\"", "zero or one A a to one or more LINE-ITEM (has many)"),
  ])
  func cardinalitiesAreRead(line: String, statement: String) {
    let drawing = DrawingText("erDiagram\n\(line)")
    #expect(drawing.statements == [statement])
    #expect(drawing.problems.isEmpty)
    #expect(drawing.curves == 1)
  }

  @Test func looseRelationshipsAreDashed() {
    #expect(DrawingText("erDiagram\nA ||..|| B : x").svg.contains("stroke-dasharray"))
    #expect(!DrawingText("erDiagram\nA ||--|| B : x").svg.contains("stroke-dasharray"))
  }

  @Test func stylesColourEntities() {
    let drawing = DrawingText(
      "erDiagram\nA:::warm ||--|| B ::: warm : x\nclassDef warm fill:#ff9966\nstyle B stroke:#00ff00")
    #expect(drawing.svg.components(of: "fill=\"#ff9966\"") == 2)
    #expect(drawing.svg.contains("stroke=\"#00ff00\""))
  }

  @Test func problemsNameTheLineAndAFix() {
    let drawing = DrawingText("erDiagram\nA ||--\nB {\nint\nint id XX\n}\n}\nA ||--|| B : x")
    #expect(drawing.problems.map(\.line) == [2, 4, 5, 7])
    #expect(drawing.problems.allSatisfy { $0.help != nil })
    #expect(drawing.statements.first == "exactly one A to exactly one B (x)")
  }
}
