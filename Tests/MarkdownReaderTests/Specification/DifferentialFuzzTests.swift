import Foundation
import SourceText
import TestSupport
import Testing

/// Random documents, read by us and by `cmark-gfm`.
///
/// `HANDPRESS_FUZZ_COUNT` documents from `HANDPRESS_FUZZ_SEED` on; document `n` of seed `s` is the first of `s + n`.
@Suite(
  .enabled(if: SharedData.isPresent, SharedData.absence), .enabled(if: CMarkGFM.isInstalled, CMarkGFM.absence))
struct DifferentialFuzzTests {
  private static let usualSeed: UInt64 = 20_260_000
  private static let usualCount = 20_000
  private static let batch = 1_000
  /// The share of documents that known divergences may explain.
  private static let explainedShare = 0.03

  @Test func readsAsCMarkGFMDoes() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["HANDPRESS_FUZZ_SEED"].flatMap { UInt64($0) } ?? Self.usualSeed
    let count = environment["HANDPRESS_FUZZ_COUNT"].flatMap { Int($0) } ?? Self.usualCount
    let batches = stride(from: 0, to: count, by: Self.batch).map { $0..<min($0 + Self.batch, count) }
    let workers = ProcessInfo.processInfo.activeProcessorCount
    let results = parallelMap(batches, workers: workers) { batch in
      Result { try Comparison.disagreements(in: batch.map { FuzzDocument(seed: seed &+ UInt64($0)) }) }
    }
    let disagreements = try results.flatMap { try $0.get() }
    let explanations = Dictionary(grouping: disagreements) { $0.explanation ?? "" }
    let unexplained = explanations["", default: []]
    for disagreement in unexplained.prefix(5) {
      Issue.record("\(try Comparison.shrunk(disagreement).report)")
    }
    #expect(unexplained.count == 0, "of \(count) documents, with nothing to explain the difference")
    let explained = disagreements.count - unexplained.count
    #expect(Double(explained) <= Self.explainedShare * Double(count), "\(explanations.mapValues(\.count))")
  }

  /// A divergence that explains nothing any more would hide the next mistake.
  @Test(arguments: Divergence.all)
  func everyDivergenceIsReal(_ divergence: Divergence) throws {
    let disagreement = try #require(try Comparison.disagreements(in: [divergence.example]).first)
    #expect(disagreement.explanation == divergence.name)
  }

  @Test func documentsDependOnNothingButTheSeed() {
    let documents = (0..<50).map { FuzzDocument(seed: $0).markdown }
    #expect(documents == (0..<50).map { FuzzDocument(seed: $0).markdown })
    #expect(Set(documents).count > 45)
  }
}
