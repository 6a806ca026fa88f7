import Testing

@testable import BookModel

@Suite struct TOMLTests {
  private func read(_ text: String) throws -> String { try parseTOML(Array(text.utf8)).value.json }

  @Test(arguments: [
    ("a = 1\nb = \"x\" # c\n", #"{"a":1,"b":"x"}"#), ("a = true\nb = false", #"{"a":true,"b":false}"#),
    ("d = 2024-05-01T07:32:00Z\ne = 2024-05-01 07:32:00", #"{"d":"2024-05-01T07:32:00Z","e":"2024-05-01 07:32:00"}"#),
    ("a = [1, 'x',\n  [true], # c\n]", #"{"a":[1,"x",[true]]}"#), ("a = {b = 1, c = 'x'}", #"{"a":{"b":1,"c":"x"}}"#),
    ("a.b.c = 1\n\"d e\" = 2", #"{"a":{"b":{"c":1}},"d e":2}"#),
    ("[a.b]\nc = 1\n[a]\nd = 2", #"{"a":{"b":{"c":1},"d":2}}"#),
    ("[[p]]\nx = 1\n[[p]]\nx = 2\n[p.q]\ny = 3", #"{"p":[{"x":1},{"x":2,"q":{"y":3}}]}"#),
    ("a = \"\"\"\none\n\\\n  two\"\"\"", #"{"a":"one\ntwo"}"#), (#"a = "\t\u00e9\\""#, #"{"a":"\té\\"}"#),
    ("a = '''x'y'''", #"{"a":"x'y"}"#), ("n = 1_000\nf = -0.5", #"{"n":1000,"f":-0.5}"#), ("", "{}"),
  ])
  func values(text: String, json: String) throws { #expect(try read(text) == json) }

  @Test(arguments: [
    ("a", 1), ("a = ", 4), ("= 1", 0), ("a = 1 2", 6), ("a = \"x", 6), ("a = [1", 6), ("[a\nb = 1", 2), ("a = {b}", 6),
  ])
  func whatIsNoTOML(text: String, offset: Int) {
    #expect(throws: TOMLError.self) { try read(text) }
    do { _ = try parseTOML(Array(text.utf8)) } catch { #expect(error.offset == offset, "\(error.message)") }
  }

  @Test func deepValuesAreNoTrap() {
    #expect(throws: TOMLError.self) { try read("a = " + String(repeating: "[", count: 100_000)) }
  }

  @Test func placesOfMembers() throws {
    let document = try parseTOML(Array("a = 1\n[b]\nc = 2\n".utf8))
    #expect(document.ranges == [0..<5, 6..<9])
  }
}
