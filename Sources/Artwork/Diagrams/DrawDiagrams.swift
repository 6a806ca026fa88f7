import BookModel
import Diagrams
import SourceText

/// Draws diagrams, one after the other, because Graphviz takes one thread at a time.
func drawn(_ diagrams: [Diagram]) throws(MissingLibrary) -> [(Diagram, DiagramOutcome)] {
  guard DiagramDrafter.isGraphvizInstalled else { throw .graphviz }
  let drafter = DiagramDrafter()
  return diagrams.map { ($0, drafter.draw($0)) }
}

extension Workshop {
  /// Tells what is wrong with the sources of diagrams at the lines where it stands.
  func addDrawings(
    of portfolio: Portfolio, to illustrations: inout Illustrations, files: SourceFiles, findings: inout Findings
  ) {
    for diagram in requests.diagrams {
      guard let outcome = portfolio.drawings[diagram.request] else { continue }
      illustrations.drawings[diagram.request] = outcome.drawing
      for problem in outcome.problems {
        findings.warning(
          outcome.drawing == nil ? .diagramUndrawn : .diagramSyntax, problem.message,
          at: files.place(ofLine: problem.line, in: diagram.range),
          notes: [
            outcome.drawing == nil ? "the diagram is shown as its source" : "it is drawn as it was most likely meant"
          ],
          help: problem.help)
      }
    }
  }
}

extension SourceFiles {
  /// The line of a fenced diagram as a place in its file, without the spaces around it; the fence's own line is line 0.
  fileprivate func place(ofLine line: Int, in fence: SourceRange) -> SourceRange {
    guard let file = self[fence.file] else { return fence }
    let bytes = file.bytes
    var start = Int(fence.start)
    let end = min(Int(fence.end), bytes.count)
    for _ in 0..<max(0, line) {
      guard let feed = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) else { return fence }
      start = feed + 1
    }
    var stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
    while start < stop, isSpace(bytes[start]) { start += 1 }
    while stop > start, isSpace(bytes[stop - 1]) { stop -= 1 }
    return start < stop ? SourceRange(file: fence.file, start: UInt32(start), end: UInt32(stop)) : fence
  }
}
