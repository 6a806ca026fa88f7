extension MermaidTypes {
  /// Mermaid documentation, "Sequence diagrams".
  static func sequence(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let (diagram, found) = SequenceReader.read(source)
    problems += found
    guard !diagram.participants.isEmpty else { return nil }
    var layout = SequenceLayout(diagram, bench)
    return Sheet(scene: layout.draw(), title: diagram.title, kind: "Sequence diagram", statements: diagram.statements)
  }
}
