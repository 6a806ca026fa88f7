extension MermaidTypes {
  /// Types laid out as graphs.
  static let graphs: [String: Draw] = [:]
}
