/// A C4 diagram as its source means it (Mermaid documentation, "C4 Diagrams"; the macros are those of C4-PlantUML).
struct C4Diagram: Sendable {
  enum Form: Sendable { case person, box, database, queue }

  struct Element: Sendable {
    var alias: String
    var form: Form
    /// `Person`, `System`, `Container`, `Component`.
    var kind: String
    var isExternal = false
    var label: Label
    var technology = Label(lines: [])
    var description = Label(lines: [])
    /// A place in `boundaries`.
    var boundary: Int?
    var address: String?
  }

  struct Boundary: Sendable {
    var alias: String
    var label: Label
    /// `Enterprise`, `System`, `Container`, or what the author writes.
    var kind: String
    var parent: Int?
  }

  struct Relation: Sendable {
    var tail: String
    var head: String
    var label: Label
    var technology = Label(lines: [])
    var isTwoWay = false
    /// Drawn against its direction or to one side: `Rel_U`, `Rel_Back`.
    var isUpward = false
  }

  var title: String?
  var elements: [Element] = []
  var boundaries: [Boundary] = []
  var relations: [Relation] = []
  /// `UpdateElementStyle`, by alias; `UpdateRelStyle`, by both aliases.
  var styles: [String: Style] = [:]
  private var elementPlaces: [String: Int] = [:]
  private var boundaryPlaces: [String: Int] = [:]

  init() {}

  mutating func add(_ element: Element) {
    elements.append(element)
    if elementPlaces[element.alias] == nil { elementPlaces[element.alias] = elements.count - 1 }
  }

  mutating func add(_ boundary: Boundary) -> Int {
    boundaries.append(boundary)
    if boundaryPlaces[boundary.alias] == nil { boundaryPlaces[boundary.alias] = boundaries.count - 1 }
    return boundaries.count - 1
  }

  /// What an alias means.
  func end(_ alias: String) -> Graph.End? {
    elementPlaces[alias].map { .node($0) } ?? boundaryPlaces[alias].map { .group($0) }
  }

  func words(_ alias: String) -> String {
    switch end(alias) {
    case .node(let index): elements[index].label.plainText
    case .group(let index): boundaries[index].label.plainText
    case nil: alias
    }
  }
}
