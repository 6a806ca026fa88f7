/// A flowchart as its source means it (Mermaid's documentation, "Flowcharts - Basic Syntax").
struct Flowchart: Sendable {
  struct Node: Sendable {
    var name: String
    var label: Label
    var shape = NodeShape.rectangle
    var classes: [String] = []
    /// A place in `groups`.
    var group: Int?
    /// An address that a click leads to.
    var address: String?
  }

  struct Group: Sendable {
    var name: String
    var title: Label
    var parent: Int?
    var direction: Graph.Direction?
    var classes: [String] = []
  }

  enum Mark: Sendable { case none, arrow, circle, cross }
  enum Line: Sendable { case solid, dotted, thick, invisible }

  struct Link: Sendable {
    var tail: String
    var head: String
    var label = Label(lines: [])
    var line = Line.solid
    var tailMark = Mark.none
    var headMark = Mark.arrow
    var length = 1
  }

  var direction = Graph.Direction.down
  var nodes: [Node] = []
  var groups: [Group] = []
  var links: [Link] = []
  /// Names that the source gives to links (`e1@-->`): what is said of them later makes no node.
  var linkNames: Set<String> = []
  /// `classDef`, by the names of the classes.
  var classes: [String: Style] = [:]
  /// `style`, by the names of nodes and groups.
  var styles: [String: Style] = [:]
  /// `linkStyle`, by the places of the links; -1 for all.
  var linkStyles: [Int: Style] = [:]
  private var nodeIndices: [String: Int] = [:]
  private var groupIndices: [String: Int] = [:]

  /// The place of a node; made where it is not there yet.
  mutating func node(_ name: String) -> Int {
    if let index = nodeIndices[name] { return index }
    nodes.append(Node(name: name, label: LabelMarkup.label(name)))
    nodeIndices[name] = nodes.count - 1
    return nodes.count - 1
  }

  mutating func addGroup(_ group: Group) -> Int {
    groups.append(group)
    if groupIndices[group.name] == nil { groupIndices[group.name] = groups.count - 1 }
    return groups.count - 1
  }

  func group(named name: String) -> Int? { groupIndices[name] }
  func existingNode(_ name: String) -> Int? { nodeIndices[name] }

  /// A name that both a group and a node have is the group's: its node goes.
  mutating func dropNodesNamedAsGroups() {
    let kept = nodes.filter { groupIndices[$0.name] == nil }
    guard kept.count < nodes.count else { return }
    nodes = kept
    nodeIndices = [:]
    for (index, node) in nodes.enumerated() { nodeIndices[node.name] = index }
  }
}

/// How something is to look, as `classDef`, `style` and `linkStyle` say.
struct Style: Equatable, Sendable {
  var fill: Color?
  var stroke: Color?
  var color: Color?
  var strokeWidth: Double?
  var dash: [Double]?
  var isBold = false

  init() {}

  /// `fill:#f9f,stroke:#333,stroke-width:4px,color:#fff,stroke-dasharray: 5 5`; what is not drawn is passed over.
  init(css text: String) {
    for declaration in Style.declarations(in: text) {
      guard let (name, value) = declaration.keyAndValue else { continue }
      let plain = value.filter { $0 != ";" }
      let number = Double(plain.prefix { $0.isNumber || $0 == "." })
      switch name.lowercased() {
      case "fill", "background", "background-color": fill = Color(css: plain) ?? fill
      case "stroke", "border-color": stroke = Color(css: plain) ?? stroke
      case "color": color = Color(css: plain) ?? color
      case "stroke-width", "border-width": strokeWidth = number.map { min(max($0, 0), 8) } ?? strokeWidth
      case "stroke-dasharray":
        let lengths = plain.split(whereSeparator: { $0 == " " || $0 == "," }).compactMap { Double($0) }
        dash = lengths.isEmpty ? nil : lengths.map { min(max($0, 0.5), 40) }
      case "font-weight": isBold = plain == "bold" || (number ?? 0) >= 600
      default: break
      }
    }
  }

  /// Split at commas and semicolons, but not inside brackets.
  private static func declarations(in text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth <= 0, character == "," || character == ";" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// With everything another style says put over it.
  func overlaid(with other: Style) -> Style {
    var style = self
    style.fill = other.fill ?? fill
    style.stroke = other.stroke ?? stroke
    style.color = other.color ?? color
    style.strokeWidth = other.strokeWidth ?? strokeWidth
    style.dash = other.dash ?? dash
    style.isBold = isBold || other.isBold
    return style
  }
}
