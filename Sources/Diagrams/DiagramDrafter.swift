import BookModel
import GraphvizBinding
import SourceText

/// Draws diagrams. For one thread at a time, since its tools keep what they have measured; the same source gives the
/// same bytes, whatever was drawn before it.
package final class DiagramDrafter {
  private let bench = Workbench()

  package init() {}

  /// Whether the machine has Graphviz, without which no graph is drawn.
  package static var isGraphvizInstalled: Bool { GraphLayout.isInstalled }

  /// Whether anything is drawn from sources in a language: `mermaid`, `mmd`, `dot`, `graphviz`.
  package static func draws(_ language: String) -> Bool {
    ["mermaid", "mmd", "dot", "graphviz", "gv"].contains(language.lowercased())
  }

  /// A diagram as a picture; what its language does not allow is drawn as it was most likely meant, and told.
  package func draw(_ diagram: Diagram) -> DiagramOutcome {
    var source = MermaidSource(diagram.source)
    if ["dot", "graphviz", "gv"].contains(diagram.language.lowercased()) { return drawGraphviz(diagram) }
    if let description = diagram.description { source.accessibleDescription = description }
    return drawMermaid(source)
  }

  private func drawMermaid(_ source: MermaidSource) -> DiagramOutcome {
    var problems: [DiagramProblem] = []
    guard let draw = MermaidTypes.drawing(for: source.keyword) else {
      return DiagramOutcome(drawing: nil, problems: [unknownType(source)])
    }
    let sheet = draw(source, &problems, bench)
    return outcome(sheet, source, problems)
  }

  private func drawGraphviz(_ diagram: Diagram) -> DiagramOutcome {
    var problems: [DiagramProblem] = []
    let sheet = drawDot(diagram.source, problems: &problems, bench: bench)
    var wrapping = MermaidSource("")
    wrapping.accessibleDescription = diagram.description
    return outcome(sheet, wrapping, problems)
  }

  private func outcome(_ sheet: Sheet?, _ source: MermaidSource, _ problems: [DiagramProblem]) -> DiagramOutcome {
    guard let sheet, sheet.scene.bounds != nil else {
      let nothing = DiagramProblem(line: source.keywordLine, message: "there is nothing to draw in the diagram")
      return DiagramOutcome(drawing: nil, problems: problems.isEmpty ? [nothing] : problems)
    }
    return DiagramOutcome(drawing: finished(sheet, source), problems: problems)
  }

  private func unknownType(_ source: MermaidSource) -> DiagramProblem {
    let near = nearest(to: source.keyword, among: MermaidTypes.names)
    return DiagramProblem(
      line: source.keywordLine, message: "`\(source.keyword)` is no type of diagram that can be drawn",
      help: near.map { "did you mean `\($0)`?" })
  }

  private func finished(_ sheet: Sheet, _ source: MermaidSource) -> Drawing {
    var sheet = sheet
    let title = source.title ?? sheet.title
    if let title { sheet.addTitle(title, bench) }
    let sentence = source.accessibleDescription ?? sheet.sentence
    let name = source.accessibleTitle ?? title ?? sheet.kind
    let document = SVG.document(sheet.scene, title: name, description: sentence)
    return Drawing(
      svg: document.bytes, width: document.size.width, height: document.size.height,
      title: source.accessibleTitle ?? title, alternative: sentence, longDescription: sheet.statements)
  }
}

extension Sheet {
  /// The kind and as many statements as a sentence can hold.
  var sentence: String {
    var sentence = kind
    var separator = ": "
    for (index, statement) in statements.enumerated() {
      if sentence.utf8.count + statement.utf8.count > 240, index > 0 {
        return sentence + "; and \(statements.count - index) more."
      }
      sentence += separator + statement
      separator = "; "
    }
    return sentence + "."
  }

  /// Puts a title over the drawing.
  mutating func addTitle(_ text: String, _ bench: Workbench) {
    guard let box = scene.bounds else { return }
    let label = bench.measure.set(
      LabelMarkup.label(text), TextStyle(size: 17, isBold: true), width: max(box.width, 320))
    scene.add(label, at: Point(box.center.x, box.minY - 16 - label.size.height / 2))
  }
}
