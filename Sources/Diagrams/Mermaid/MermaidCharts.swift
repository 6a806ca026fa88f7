extension MermaidTypes {
  /// Types with a layout of their own.
  static let charts: [String: Draw] = [
    "sequenceDiagram": sequence, "pie": pie, "gantt": gantt, "mindmap": mindmap, "timeline": timeline,
    "journey": journey,
  ]
}
