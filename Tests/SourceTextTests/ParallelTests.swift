import SourceText
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [1, 2, 3, 8, 100])
  func resultsAndFindingsComeInInputOrder(_ workers: Int) {
    var findings = Findings()
    let numbers = parallelMap(Array(0..<50), workers: workers, findings: &findings) { number, own in
      own.note(DiagnosticID("n"), "\(number)")
      return number * number
    }
    #expect(numbers == (0..<50).map { $0 * $0 })
    #expect(findings.diagnostics.map(\.message) == (0..<50).map(String.init))
  }

  @Test(arguments: [1, 2]) func deferredWorkIsDoneOnce(_ workers: Int) {
    let deferred = Deferred(workers: workers) { 6 * 7 }
    #expect(deferred.value() == 42)
  }
}
