/// A requirement diagram as its source means it (Mermaid documentation, "Requirement Diagram").
struct RequirementDiagram: Sendable {
  struct Box: Sendable {
    var name: String
    /// `Requirement`, `Functional requirement`, `Element`; nil where it is only named.
    var kind: String?
    /// Names and values, in the order they are written.
    var fields: [(name: String, value: Label)] = []
  }

  struct Relation: Sendable {
    var tail: String
    var head: String
    var kind: String
  }

  var direction = Graph.Direction.down
  var boxes: [Box] = []
  var relations: [Relation] = []
  var looks = StyleSheet()
  private var places: [String: Int] = [:]

  init() {}

  /// The place of a box; made where it is not there yet.
  mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    boxes.append(Box(name: name))
    places[name] = boxes.count - 1
    return boxes.count - 1
  }

  func existing(_ name: String) -> Int? { places[name] }

  /// The words that begin a box, and what they are called.
  static let kinds = [
    "requirement": "Requirement", "functionalRequirement": "Functional requirement",
    "interfaceRequirement": "Interface requirement", "performanceRequirement": "Performance requirement",
    "physicalRequirement": "Physical requirement", "designConstraint": "Design constraint", "element": "Element",
  ]

  static let relations = ["contains", "copies", "derives", "satisfies", "verifies", "refines", "traces"]

  /// Names of fields in words.
  static let fields = [
    "id": "Id", "text": "Text", "risk": "Risk", "verifymethod": "Verification", "verifyMethod": "Verification",
    "type": "Type", "docref": "Document", "docRef": "Document",
  ]
}
