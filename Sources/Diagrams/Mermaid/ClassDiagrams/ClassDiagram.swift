/// A class diagram as its source means it (Mermaid documentation, "Class diagrams").
struct ClassDiagram: Sendable {
  struct Class: Sendable {
    var name: String
    /// What stands in the box: the label, else the name, with its generic types.
    var label: Label
    /// `interface`, `abstract`, without the guillemets.
    var annotations: [String] = []
    var attributes: [Member] = []
    var methods: [Member] = []
    /// A place in `namespaces`.
    var namespace: Int?
    var address: String?
  }

  struct Member: Equatable, Sendable {
    var text: String
    var isStatic = false
    var isAbstract = false
  }

  struct Namespace: Sendable {
    var name: String
    var title: Label
    var parent: Int?
  }

  struct Note: Sendable {
    var text: Label
    /// The class it is about.
    var about: String?
    var namespace: Int?
  }

  enum End: Sendable { case none, inheritance, composition, aggregation, arrow, lollipop }

  struct Relation: Sendable {
    var tail: String
    var head: String
    var tailEnd = End.none
    var headEnd = End.none
    var isDashed = false
    var tailCount = ""
    var headCount = ""
    var label = Label(lines: [])
  }

  var direction = Graph.Direction.down
  var classes: [Class] = []
  var namespaces: [Namespace] = []
  var relations: [Relation] = []
  var notes: [Note] = []
  var looks = StyleSheet()
  private var places: [String: Int] = [:]
  private var namespacePlaces: [String: Int] = [:]

  init() {}

  /// The place of a class; made where it is not there yet.
  mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    classes.append(Class(name: name, label: Label(plain: name)))
    places[name] = classes.count - 1
    return classes.count - 1
  }

  func existing(_ name: String) -> Int? { places[name] }

  /// The place of a namespace in another.
  mutating func namespace(_ name: String, title: Label, in parent: Int?) -> Int {
    let full = parent.map { namespaces[$0].name + "." + name } ?? name
    if let place = namespacePlaces[full] { return place }
    namespaces.append(Namespace(name: full, title: title, parent: parent))
    namespacePlaces[full] = namespaces.count - 1
    return namespaces.count - 1
  }
}
