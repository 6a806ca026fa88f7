import Testing
import XMLBinding

@testable import Diagrams

/// A drawn diagram with what can be read in it.
struct DrawnChart {
  let outcome: DiagramOutcome
  let svg: String
  /// The lines of letters, in the order they are drawn.
  let texts: [String]

  /// Draws a source, and sees to it that the drawing is well-formed.
  init(_ source: String) throws {
    outcome = DiagramDrafter().draw(.init(language: "mermaid", source: source))
    let bytes = outcome.drawing?.svg ?? []
    if !bytes.isEmpty { try checkWellFormed(bytes) }
    svg = String(decoding: bytes, as: UTF8.self)
    texts = DrawnChart.texts(of: svg)
  }

  var problems: [DiagramProblem] { outcome.problems }
  var statements: [String] { outcome.drawing?.longDescription ?? [] }
  var width: Double { outcome.drawing?.width ?? 0 }

  /// Whether words can be read in the drawing, over as many lines as they are broken into.
  func says(_ words: String) -> Bool { texts.joined(separator: " ").contains(words) }

  /// How many elements the drawing has of a name.
  func count(of element: String) -> Int { svg.components(between: "<\(element) ") }

  /// How many paths have an attribute with a value.
  func paths(_ attribute: String, _ value: String) -> Int { svg.components(between: "\(attribute)=\"\(value)\"") }

  private static func texts(of svg: String) -> [String] {
    svg.split(separator: "<").filter { $0.hasPrefix("text ") }.map { element in
      var text = String(element[element.index(after: element.firstIndex(of: ">") ?? element.startIndex)...])
      for (entity, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: letter)
      }
      return text
    }
  }
}

extension String {
  fileprivate func components(between separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count - 1
  }
}
