/// A state diagram as its source means it (Mermaid documentation, "State diagrams").
struct StateDiagram: Sendable {
  enum Kind: Sendable { case plain, start, end, fork, join, choice, history }

  struct State: Sendable {
    var name: String
    /// The first is its title.
    var descriptions: [Label] = []
    var kind = Kind.plain
    /// The scope it stands in.
    var scope: Int
    /// The scope of what stands in it, if it is composite.
    var inside: Int?
    var address: String?
  }

  /// What stands between the braces of a composite state, or a region of it; the first is the whole diagram.
  struct Scope: Sendable {
    /// nil for the whole diagram.
    var parent: Int?
    var isRegion = false
    var direction: Graph.Direction?
  }

  struct Transition: Sendable {
    /// Places in `states`.
    var tail: Int
    var head: Int
    var label = Label(lines: [])
  }

  struct Note: Sendable {
    var text: Label
    /// nil for a note about nothing in particular.
    var about: Int?
    var isLeft = false
    var scope: Int
  }

  var states: [State] = []
  var scopes = [Scope()]
  var transitions: [Transition] = []
  var notes: [Note] = []
  var looks = StyleSheet()
  private var places: [String: Int] = [:]

  init() {}

  /// The place of a state; made in a scope where it is not there yet. A state stands in the composite that mentions it
  /// last, as in Mermaid's own drawings; a composite state stays where it was first written.
  mutating func place(of name: String, in scope: Int, kind: Kind = .plain) -> Int {
    if let place = places[name] {
      if scope != 0, states[place].inside == nil { states[place].scope = scope }
      return place
    }
    states.append(State(name: name, kind: kind, scope: scope))
    places[name] = states.count - 1
    return states.count - 1
  }

  func existing(_ name: String) -> Int? { places[name] }

  /// The start or end of a scope.
  mutating func pseudoState(_ kind: Kind, in scope: Int) -> Int {
    // No name that is written holds a space in front.
    place(of: " \(kind == .start ? "start" : "end") \(scope)", in: scope, kind: kind)
  }

  /// Makes a scope's content its first region, and begins another.
  mutating func divide(_ scope: Int) -> Int {
    if !scopes.contains(where: { $0.parent == scope && $0.isRegion }) {
      scopes.append(Scope(parent: scope, isRegion: true))
      let first = scopes.count - 1
      for index in states.indices where states[index].scope == scope { states[index].scope = first }
      for index in notes.indices where notes[index].scope == scope { notes[index].scope = first }
      for index in scopes.indices where scopes[index].parent == scope && index != first { scopes[index].parent = first }
      // Later mentions of the scope's start are those of another region.
      for kind in ["start", "end"] { places[" \(kind) \(scope)"] = nil }
    }
    scopes.append(Scope(parent: scope, isRegion: true))
    return scopes.count - 1
  }
}
