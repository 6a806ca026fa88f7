import SourceText
import Testing

@Suite struct LineTableTests {
  private let table = LineTable(Array("ab\r\nçd\re\n".utf8))

  @Test(arguments: [
    (0, 1, 1), (2, 1, 3), (4, 2, 1), (6, 2, 2), (7, 2, 3), (8, 3, 1), (10, 4, 1), (99, 4, 1),
  ])
  func position(_ offset: UInt32, _ line: Int, _ column: Int) {
    #expect(table.position(of: offset) == SourcePosition(line: line, column: column))
  }

  @Test func lineEndingsAreLeftOut() {
    #expect((1...table.count).map(table.range(ofLine:)) == [0..<2, 4..<7, 8..<9, 10..<10])
  }
}
