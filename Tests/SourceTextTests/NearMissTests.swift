import SourceText
import Testing

@Suite struct NearMissTests {
  @Test(arguments: [
    ("tilte", ["title", "tagline"], "title"),
    ("Subtitel", ["subtitle", "title"], "subtitle"),
    ("colour", ["rights", "date"], nil),
    ("ab", ["ba", "ac"], "ac"),
  ])
  func nearestName(_ name: String, _ candidates: [String], _ expected: String?) {
    #expect(nearest(to: name, among: candidates) == expected)
  }
}
