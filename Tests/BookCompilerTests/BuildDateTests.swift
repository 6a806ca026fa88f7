import Testing

@testable import BookCompiler

@Suite struct BuildDateTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (1_577_836_800, "2020-01-01T00:00:00Z"), (1_798_761_599, "2026-12-31T23:59:59Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"), (Int.max, "9999-12-31T23:59:59Z"), (Int.min, "0000-01-01T00:00:00Z"),
  ])
  func dates(_ seconds: Int, _ expected: String) {
    #expect(BuildDate.iso8601(secondsSince1970: seconds) == expected)
  }

  @Test func theEnvironmentComesBeforeTheCommit() {
    let commit = Commit(name: "abc", time: 1)
    #expect(BuildDate.modified(environment: ["SOURCE_DATE_EPOCH": "60"], commit: commit) == "1970-01-01T00:01:00Z")
    #expect(BuildDate.modified(environment: [:], commit: commit) == "1970-01-01T00:00:01Z")
    #expect(BuildDate.modified(environment: ["SOURCE_DATE_EPOCH": "soon"], commit: nil) == "2020-01-01T00:00:00Z")
  }
}
