/// An entity-relationship diagram as its source means it (Mermaid documentation, "Entity Relationship Diagrams").
struct EntityDiagram: Sendable {
  struct Attribute: Equatable, Sendable {
    var type: String
    var name: String
    /// `PK`, `FK`, `UK`.
    var keys: [String] = []
    var comment = ""
  }

  struct Entity: Sendable {
    var name: String
    var label: Label
    var attributes: [Attribute] = []
  }

  enum Cardinality: Sendable { case zeroOrOne, exactlyOne, zeroOrMore, oneOrMore }

  struct Relationship: Sendable {
    var tail: String
    var head: String
    var tailCount = Cardinality.exactlyOne
    var headCount = Cardinality.exactlyOne
    var isIdentifying = true
    var label = Label(lines: [])
  }

  var direction = Graph.Direction.down
  var entities: [Entity] = []
  var relationships: [Relationship] = []
  var looks = StyleSheet()
  private var places: [String: Int] = [:]

  init() {}

  /// The place of an entity; made where it is not there yet.
  mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    entities.append(Entity(name: name, label: LabelMarkup.label(name, markdown: true)))
    places[name] = entities.count - 1
    return entities.count - 1
  }

  func existing(_ name: String) -> Int? { places[name] }
}
