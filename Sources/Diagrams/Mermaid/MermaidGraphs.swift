extension MermaidTypes {
  /// Types laid out as graphs.
  static let graphs: [String: Draw] = [
    "flowchart": { drawFlowchart($0, problems: &$1, bench: $2) },
    "flowchart-elk": { drawFlowchart($0, problems: &$1, bench: $2) },
    "graph": { drawFlowchart($0, problems: &$1, bench: $2) },
    "classDiagram": { drawClassDiagram($0, problems: &$1, bench: $2) },
    "classDiagram-v2": { drawClassDiagram($0, problems: &$1, bench: $2) },
    "stateDiagram": { drawStateDiagram($0, problems: &$1, bench: $2) },
    "stateDiagram-v2": { drawStateDiagram($0, problems: &$1, bench: $2) },
    "erDiagram": { drawEntityDiagram($0, problems: &$1, bench: $2) },
    "requirementDiagram": { drawRequirementDiagram($0, problems: &$1, bench: $2) },
    "requirement": { drawRequirementDiagram($0, problems: &$1, bench: $2) },
    "C4Context": { drawC4Diagram($0, problems: &$1, bench: $2) },
    "C4Container": { drawC4Diagram($0, problems: &$1, bench: $2) },
    "C4Component": { drawC4Diagram($0, problems: &$1, bench: $2) },
    "C4Dynamic": { drawC4Diagram($0, problems: &$1, bench: $2) },
    "C4Deployment": { drawC4Diagram($0, problems: &$1, bench: $2) },
    "architecture": { drawArchitectureDiagram($0, problems: &$1, bench: $2) },
    "architecture-beta": { drawArchitectureDiagram($0, problems: &$1, bench: $2) },
  ]
}
