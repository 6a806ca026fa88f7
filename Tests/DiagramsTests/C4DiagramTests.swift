import Diagrams
import Testing

/// Mermaid documentation, "C4 Diagrams".
@Suite struct C4DiagramTests {
  @Test func elementsBoundariesAndRelationsAreDrawn() {
    let drawing = DrawingText(
      """
      C4Container
      title The bank
      Person(customer, "Customer", "has an account")
      Enterprise_Boundary(b0, "Bank") {
        Container(web, "Web", "Swift, Linux", "shows it, quickly", $link="https://example.org/web")
        ContainerDb_Ext(db, "Data")
      }
      Rel(customer, web, "Uses", "HTTPS")
      BiRel(web, db, "Reads, writes")
      UpdateElementStyle(web, $bgColor="#102030", $fontColor="#102030")
      UpdateLayoutConfig($c4ShapeInRow="3")
      """)
    for text in [
      "The bank", "Customer", "[Person]", "Bank", "[Enterprise]", "[Container: Swift, Linux]",
      "[External Container]", "Uses", "[HTTPS]", "Reads, writes",
    ] {
      #expect(drawing.texts.contains(text))
    }
    #expect(
      drawing.statements.prefix(2) == ["Customer to Web (Uses, HTTPS)", "Web and Data (Reads, writes)"])
    #expect(drawing.statements.contains("Web links to https://example.org/web"))
    #expect(drawing.problems.isEmpty)
    #expect(drawing.curves >= 2)
  }

  @Test(arguments: ["C4Context", "C4Container", "C4Component", "C4Dynamic", "C4Deployment"])
  func everyKindIsDrawn(kind: String) {
    let drawing = DrawingText(
      "\(kind)\nNode(n, \"Host\", \"Linux\") {\nSystem(a, \"A\")\n}\nSystem(b, \"B\")\nRel(a, b, \"calls\")")
    #expect(drawing.texts.contains("[Linux]") && drawing.texts.contains("calls"))
  }

  @Test func problemsNameTheLineAndAFix() {
    let drawing = DrawingText("C4Context\nSystm(a, \"A\")\nwhat\nSystem(b, \"B\")\n}\nRel(b, nowhere, \"x\")")
    #expect(drawing.problems.map(\.line).sorted() == [2, 3, 5, 6])
    #expect(drawing.problems.first?.help == "did you mean `System`?")
    #expect(drawing.texts.contains("B"))
  }
}
