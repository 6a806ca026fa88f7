import Testing

@testable import Diagrams

@Suite struct SequenceTests {
  @Test func drawsParticipantsMessagesAndNotes() throws {
    let chart = try DrawnChart(
      """
      sequenceDiagram
        title Booking
        participant A as Alice<br/>Johnson
        actor B
        A->>B: Hello Bob
        B-->>A: I #9829; you; A-)B: bye
        Note right of B: thinks a while
        Note over A,B: both
        A->>A: think
      """)
    #expect(chart.problems.isEmpty)
    for words in ["Alice", "Johnson", "Hello Bob", "I ♥ you", "bye", "thinks a while", "both", "think", "Booking"] {
      #expect(chart.says(words), "\(words)")
    }
    #expect(chart.statements.contains("Alice Johnson to B: Hello Bob"))
    #expect(chart.statements.contains("note over Alice Johnson to B: both"))
    #expect(chart.statements.contains("Alice Johnson to itself: think"))
  }

  @Test(arguments: [
    ("->", false, "none", "none"), ("-->", true, "none", "none"), ("->>", false, "none", "filled"),
    ("-->>", true, "none", "filled"), ("<<->>", false, "filled", "filled"), ("<<-->>", true, "filled", "filled"),
    ("-x", false, "none", "cross"), ("--x", true, "none", "cross"), ("-)", false, "none", "open"),
    ("--)", true, "none", "open"), ("-|\\", false, "none", "upperHalf"), ("--|/", true, "none", "lowerHalf"),
    ("/|-", false, "upperHalf", "none"), ("-\\\\", false, "none", "upperBarb"), ("-//", false, "none", "lowerBarb"),
    ("\\\\-", false, "lowerBarb", "none"),
  ])
  func readsArrows(arrow: String, isDotted: Bool, tail: String, head: String) throws {
    let found = try #require(SequenceArrows.find(in: "Alice\(arrow)Bob: text -> more"))
    #expect(found.arrow.isDotted == isDotted)
    #expect("\(found.arrow.tail)" == tail)
    #expect("\(found.arrow.head)" == head)
  }

  @Test func keepsDashesInNames() {
    let (diagram, problems) = SequenceReader.read(MermaidSource("sequenceDiagram\nmy-xray->>the-api: go"))
    #expect(diagram.participants.map(\.id) == ["my-xray", "the-api"])
    #expect(problems.isEmpty)
  }

  @Test func numbersMessages() {
    let source = "sequenceDiagram\nautonumber 10 5\nA->>B: a\nB->>A: b\nautonumber off\nA->>B: c\nautonumber\nA->>B: d"
    let (diagram, _) = SequenceReader.read(MermaidSource(source))
    let numbers = diagram.steps.compactMap { if case .message(let message) = $0 { message.number ?? "-" } else { nil } }
    #expect(numbers == ["10", "15", "-", "25"])
  }

  @Test func framesHaveTheirWordsAndColours() throws {
    let chart = try DrawnChart(
      """
      sequenceDiagram
        box lightgreen Team
        participant A
        end
        loop Every minute
          A->>B: ping
          alt is sick
            B->>A: no
          else is well
            B->>A: yes
          end
        end
        rect rgb(191, 223, 255)
          par one
            A->>B: x
          and two
            A->>B: y
          end
        end
      """)
    #expect(chart.problems.isEmpty)
    for words in ["Team", "loop", "Every minute", "alt", "is sick", "is well", "par", "one", "two"] {
      #expect(chart.says(words), "\(words)")
    }
    #expect(chart.paths("fill", "#bfdfff") == 1)
    #expect(chart.statements.contains("loop begins: Every minute"))
    #expect(chart.statements.contains("else: is well"))
  }

  @Test func createsAndDestroys() throws {
    let chart = try DrawnChart(
      "sequenceDiagram\nA->>B: hi\ncreate participant C as Carl\nA->>C: be\ndestroy C\nA-xC: go\ndestroy A\nB->>A: end")
    #expect(chart.problems.isEmpty)
    #expect(chart.statements.contains("A to Carl: be, which is created"))
    #expect(chart.statements.contains("A to Carl: go (lost); Carl is destroyed"))
  }

  @Test func participantsHaveSymbolsAndAliases() {
    let source = """
      sequenceDiagram
        participant API@{ "type": "boundary", "alias": "Inner" } as Public API
        participant DB@{ "type": "database", "alias": "User Data" }
        API->>+DB: query
        DB-->>-API: rows
      """
    let (diagram, problems) = SequenceReader.read(MermaidSource(source))
    #expect(problems.isEmpty)
    #expect(diagram.participants.map(\.symbol) == [.boundary, .database])
    #expect(diagram.participants.map(\.label.plainText) == ["Public API", "User Data"])
  }

  @Test func repeatsParticipantsAtTheFootOfTallDiagramsOnly() throws {
    let short = try DrawnChart("sequenceDiagram\nAlice->>Bob: hi")
    #expect(short.texts.filter { $0 == "Alice" }.count == 1)
    let tall = try DrawnChart("sequenceDiagram\n" + String(repeating: "Alice->>Bob: hi\n", count: 40))
    #expect(tall.texts.filter { $0 == "Alice" }.count == 2)
  }

  @Test func tellsWhatCannotBeReadAndKeepsTheRest() throws {
    let chart = try DrawnChart(
      "sequenceDiagram\nA->>B: one\nwhatever this is\nend\nA->>B\nNote above A: x\nloop forever\nA->>B: two")
    #expect(chart.problems.map(\.line).sorted() == [3, 4, 5, 6, 7])
    #expect(chart.problems.allSatisfy { $0.help != nil })
    #expect(chart.says("one"))
    #expect(chart.says("two"))
  }

  @Test func tellsTheLinksOfParticipants() throws {
    let chart = try DrawnChart("sequenceDiagram\nlink A: Wiki @ https://example.org/a\nA->>B: hi")
    #expect(chart.statements.contains("A links to Wiki @ https://example.org/a"))
  }

  @Test func staysNarrowWithManyParticipants() throws {
    let lines = (1..<6).map { "Service \($0)->>Service \($0 + 1): a message that is rather long for such a chart" }
    let chart = try DrawnChart("sequenceDiagram\n" + lines.joined(separator: "\n"))
    #expect(chart.width <= 730)
  }
}
