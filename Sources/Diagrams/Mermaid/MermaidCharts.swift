extension MermaidTypes {
  /// Types with a layout of their own.
  static let charts: [String: Draw] = [
    "sequenceDiagram": sequence, "pie": pie, "gantt": gantt, "mindmap": mindmap, "timeline": timeline,
    "journey": journey, "quadrantChart": quadrant, "xychart": xyChart, "xychart-beta": xyChart, "kanban": kanban,
    "packet": packet, "packet-beta": packet, "radar-beta": radar, "radar": radar, "treemap-beta": treemap,
    "treemap": treemap, "sankey": sankey, "sankey-beta": sankey,
    "treeView": treeView, "treeView-beta": treeView, "ishikawa": ishikawa, "ishikawa-beta": ishikawa,
    "gitGraph": gitGraph, "block": blocks, "block-beta": blocks,
  ]
}
