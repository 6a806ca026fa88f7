import Testing

@testable import Diagrams

@Suite struct PacketTests {
  @Test func fieldsStandInRowsOfBits() throws {
    let chart = try DrawnChart(
      "packet-beta\ntitle UDP\n+16: \"Source Port\"\n16-31: \"Target\"\n32: \"U\"\n33-95: \"Data\"")
    #expect(chart.problems.isEmpty)
    for words in ["UDP", "Source Port", "Target", "U", "Data", "0", "15", "31", "95"] {
      #expect(chart.texts.contains(words), "\(words)")
    }
    // The last field goes over the end of the second row.
    #expect(chart.texts.filter { $0 == "Data" }.count == 2)
    #expect(
      chart.statements == ["bits 0 to 15: Source Port", "bits 16 to 31: Target", "bit 32: U", "bits 33 to 95: Data"])
  }

  @Test func tellsGapsAndOverlaps() throws {
    let chart = try DrawnChart(
      "packet\n0-7: \"A\"\n10-15: \"B\"\n12-20: \"C\"\n9-3: \"D\"\nx: \"E\"\n99999999999999999999-3: \"F\"")
    #expect(chart.problems.map(\.line) == [3, 4, 5, 6, 7])
    #expect(chart.statements == ["bits 0 to 7: A", "bits 10 to 15: B", "bits 16 to 24: C"])
  }

  @Test func hidesBitNumbersOnRequest() throws {
    let chart = try DrawnChart("---\nconfig:\n  packet:\n    showBits: false\n---\npacket\n0-7: \"A\"")
    #expect(chart.texts == ["A"])
  }
}
