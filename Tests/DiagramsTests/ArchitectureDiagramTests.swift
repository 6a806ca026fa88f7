import Diagrams
import Testing

/// Mermaid documentation, "Architecture Diagrams".
@Suite struct ArchitectureDiagramTests {
  @Test func servicesStandWhereTheirLinesLeadThem() throws {
    let drawing = DrawingText(
      """
      architecture-beta
      group api(cloud)[API]
      service db(database)[Database] in api
      service server(server)[Server] in api
      service disk(logos:aws-s3)[Storage]
      junction mid
      db:L <-- R:server
      disk:T -[copies]-> B:server
      mid:R -- L:server
      """)
    #expect(drawing.problems.isEmpty)
    for text in ["API [cloud]", "Database", "Server", "Storage", "[aws s3]", "copies"] {
      #expect(drawing.texts.contains(text))
    }
    let (database, server) = (try #require(drawing.x(of: "Database")), try #require(drawing.x(of: "Server")))
    #expect(server < database)
    #expect(drawing.statements.contains("Database comes from Server"))
    #expect(
      drawing.statements.contains("API [cloud] holds Database, Server")
        || drawing.statements.contains("API holds Database, Server"))
  }

  @Test func sidesThatGiveNoGridAreStillDrawn() {
    let drawing = DrawingText(
      """
      architecture-beta
      group a[A]
      group b[B]
      service s1[One] in a
      service s2[Two] in b
      service s3[Three] in a
      s1:R -- L:s2
      s2:R -- L:s3
      """)
    for text in ["A", "B", "One", "Two", "Three"] { #expect(drawing.texts.contains(text)) }
  }

  @Test func problemsNameTheLineAndAFix() {
    let drawing = DrawingText(
      "architecture-beta\nservice a(server)[A] in nowhere\na:R -- b\na:R -- L:c\nwhat\n")
    #expect(drawing.problems.map(\.line) == [2, 3, 4, 5])
    #expect(drawing.problems.allSatisfy { $0.help != nil })
    #expect(drawing.texts.contains("A"))
  }
}
