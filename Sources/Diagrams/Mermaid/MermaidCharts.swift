extension MermaidTypes {
  /// Types with a layout of their own.
  static let charts: [String: Draw] = [
    "sequenceDiagram": sequence
  ]
}
