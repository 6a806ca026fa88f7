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

extension DrawingText {
  /// How many lines without a fill are curved, as Graphviz draws edges.
  var curves: Int {
    svg.split(separator: "<path").filter { path in
      let data = path.prefix { $0 != "f" }
      return path.contains("fill=\"none\"") && data.contains("C") && !data.contains("Z")
    }.count
  }

  /// Where a text begins.
  func x(of text: String) -> Double? {
    for piece in svg.split(separator: "<text").dropFirst() where piece.contains(">\(text)<") {
      guard let start = piece.split(separator: "x=\"").dropFirst().first else { continue }
      return Double(start.prefix { $0 != "\"" })
    }
    return nil
  }
}

extension String {
  /// How often another string stands in it.
  func components(of needle: String) -> Int {
    var (count, rest) = (0, self[...])
    while let first = rest.first {
      if rest.hasPrefix(needle) { count += 1 }
      _ = first
      rest = rest.dropFirst()
    }
    return count
  }
}
