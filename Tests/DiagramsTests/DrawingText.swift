import BookModel
import Diagrams
import Testing
import XMLBinding

/// What a test looks for in a drawing.
struct DrawingText {
  let outcome: DiagramOutcome
  let svg: String

  init(_ source: String, language: String = "mermaid") {
    outcome = DiagramDrafter().draw(Diagram(language: language, source: source))
    svg = outcome.drawing.map { String(decoding: $0.svg, as: UTF8.self) } ?? ""
  }

  /// The texts of the drawing in the order they are drawn.
  var texts: [String] {
    svg.split(separator: "<text").dropFirst().compactMap { piece in
      guard let start = piece.firstIndex(of: ">"), let end = piece.firstIndex(of: "<") else { return nil }
      return String(piece[piece.index(after: start)..<end])
    }
  }

  var statements: [String] { outcome.drawing?.longDescription ?? [] }
  var problems: [DiagramProblem] { outcome.problems }
}
