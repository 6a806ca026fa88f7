import Diagrams
import Testing

/// Mermaid documentation, "Class diagrams".
@Suite struct ClassDiagramTests {
  @Test func compartmentsHoldMembers() {
    let drawing = DrawingText(
      """
      classDiagram
      class Account~T~ {
        <<interface>>
        +String owner
        -List~int~ numbers
        +deposit(List~Map~K, V~~ amounts)* bool
        #count()$ int
      }
      Account : +Date opened
      """)
    #expect(
      drawing.texts == [
        "«interface»", "Account&lt;T&gt;", "+String owner", "-List&lt;int&gt; numbers", "+Date opened",
        "+deposit(List&lt;Map&lt;K, V&gt;&gt; amounts) : bool", "#count() : int",
      ])
    #expect(drawing.problems.isEmpty)
    // An abstract method is in italics.
    #expect(drawing.svg.contains("font-style=\"italic\""))
  }

  @Test(arguments: [
    ("A <|-- B", "B inherits from A"), ("A --|> B", "A inherits from B"), ("A <|.. B", "B implements A"),
    ("A *-- B", "A is composed of B"), ("A --o B", "B aggregates A"), ("A --> B", "A refers to B"),
    ("A ..> B", "A depends on B"), ("A -- B", "A is linked with B"), ("A .. B", "A is linked with B"),
    ("A <--> B", "A and B refer to each other"), ("A ()-- B", "B offers the interface A"),
    ("A \"1\" --> \"*\" B : owns", "A refers to B, 1 to * (owns)"),
  ])
  func relationsAreRead(line: String, statement: String) {
    let drawing = DrawingText("classDiagram\n\(line)")
    #expect(drawing.statements == [statement])
    #expect(drawing.problems.isEmpty)
  }

  @Test func countsAndLabelsStandAtTheirLine() {
    let drawing = DrawingText("classDiagram\nCustomer \"1\" --> \"0..*\" Order : places")
    #expect(Set(drawing.texts) == ["Customer", "Order", "1", "0..*", "places"])
    // One line of the relation, which is no outline.
    #expect(drawing.curves == 1)
  }

  @Test func namespacesNestByDots() {
    let drawing = DrawingText(
      "classDiagram\nnamespace Shop.Billing {\nclass Invoice\n}\nnamespace Shop[\"The shop\"] {\nclass Cart\n}\nCart --> Invoice"
    )
    #expect(drawing.texts.contains("Billing"))
    #expect(drawing.statements.contains("the namespace Billing holds Invoice"))
    #expect(drawing.problems.isEmpty)
  }

  @Test func labelsQuotesAndStylesAreRead() {
    let drawing = DrawingText(
      """
      classDiagram
      class A["With *! signs"]:::hot
      class `B b`
      A --> `B b`
      note for A "a<br>note"
      classDef hot fill:#102030,color:#102030
      link A "https://example.org/a"
      direction LR
      """)
    #expect(drawing.texts == ["With *! signs", "B b", "a", "note"])
    // Letters of the colour of their ground would be lost.
    #expect(drawing.svg.contains("fill=\"#102030\"") && !drawing.svg.contains("<text fill=\"#102030\""))
    #expect(drawing.statements.contains("With *! signs links to https://example.org/a"))
  }

  @Test func problemsNameTheLineAndAFix() {
    let drawing = DrawingText("classDiagram\nA <|-- B\n?? what is this\nB --> \n}\nC --> D")
    #expect(drawing.problems.map(\.line) == [3, 4, 5])
    #expect(drawing.problems.allSatisfy { $0.help != nil })
    #expect(drawing.texts.contains("D"))
  }
}
