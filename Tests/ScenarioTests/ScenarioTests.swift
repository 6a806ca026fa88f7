import Foundation
import TestSupport
import Testing
import ZipBinding

/// Runs every scenario of `Scenarios/` with the program itself.
@Suite struct ScenarioTests {
  private static let folder = SharedData.checkout.appending(path: "Tests/ScenarioTests/Scenarios")

  static let scenarios: [Scenario] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      do {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return try Scenario(name: String(name.dropLast(3)), markdown: text)
      } catch {
        Issue.record("\(error)")
        return nil
      }
    }
  }()

  @Test func thereAreScenarios() { #expect(ScenarioTests.scenarios.count >= 10) }

  @Test(arguments: scenarios)
  func scenario(_ scenario: Scenario) throws {
    let handbook = FileManager.default.temporaryDirectory.appending(path: "handpress-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: handbook) }
    for file in scenario.files {
      let url = handbook.appending(path: file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.bytes.write(to: url)
    }
    let run = try Program.handpress(scenario.command, in: handbook)
    #expect(run.output == scenario.output)
    #expect(run.status == scenario.status)
    try check(scenario.expectations, in: handbook)
  }

  private func check(_ expectations: [Scenario.Expectation], in handbook: URL) throws {
    guard !expectations.isEmpty else { return }
    let made = FileManager.default.enumerator(atPath: handbook.path())?.compactMap { $0 as? String } ?? []
    var members =
      try made.first { $0.hasSuffix(".epub") }.map { book in
        try readArchive([UInt8](Data(contentsOf: handbook.appending(path: book)))).map { ($0.path, $0.bytes) }
      } ?? []
    for path in made.sorted() {
      guard let start = path.range(of: "-latex/")?.upperBound else { continue }
      guard let bytes = try? Data(contentsOf: handbook.appending(path: path)) else { continue }
      members.append(("latex/" + path[start...], [UInt8](bytes)))
    }
    try #require(!members.isEmpty, "no book was made")
    for expectation in expectations {
      let pattern = expectation.path.split(separator: "*", omittingEmptySubsequences: false)
      let matching = members.filter { matches($0.0, pattern) }
      #expect(!matching.isEmpty, "no file \(expectation.path) among \(members.map(\.0))")
      let written = matching.map { String(decoding: $0.1, as: UTF8.self) }
      let texts = written.map { folded(expectation.text.contains("tok-") ? $0 : uncoloured($0)) }
      let isThere = texts.contains { $0.contains(folded(expectation.text)) }
      #expect(isThere != expectation.isAbsent, "\(expectation.text)\nin \(expectation.path):\n\(texts.joined())")
    }
  }

  /// Whether a path has the pieces in order, the first at its start and the last at its end.
  private func matches(_ path: String, _ pieces: [Substring]) -> Bool {
    guard pieces.count > 1 else { return path == pieces[0] }
    guard path.hasPrefix(pieces[0]), path.hasSuffix(pieces[pieces.count - 1]) else { return false }
    var rest = path.dropFirst(pieces[0].count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.range(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  /// Without the elements that colour code: a scenario about something else need not know them.
  private func uncoloured(_ text: String) -> String {
    text.replacing(#/<span class="tok-[a-z]+">([^<]*)<\/span>/#) { String($0.1) }
  }

  /// Runs of white space as one space, none at the ends.
  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
