extension StateDiagram {
  /// What the diagram shows, in words.
  var statements: [String] {
    var statements = transitions.map { transition in
      let (tail, head) = (states[transition.tail], states[transition.head])
      let label = transition.label.isEmpty ? "" : " (\(transition.label.plainText))"
      switch (tail.kind, head.kind) {
      case (.start, .end): return "\(place(of: tail)) is left at once" + label
      case (.start, _): return "\(place(of: tail)) begins with \(words(head))" + label
      case (_, .end): return "\(words(tail)) ends \(place(of: head))" + label
      default: return "\(words(tail)) leads to \(words(head))" + label
      }
    }
    let connected = Set(transitions.flatMap { [$0.tail, $0.head] })
    for (index, state) in states.enumerated() {
      if state.descriptions.count > 1 {
        statements.append(
          "\(words(state)): " + state.descriptions.dropFirst().map(\.plainText).joined(separator: "; "))
      } else if !connected.contains(index), state.inside == nil, state.kind == .plain {
        statements.append("\(words(state)) is a state")
      }
      if let inside = state.inside { statements.append("\(words(state)) holds \(content(of: inside))") }
    }
    statements += notes.map { note in
      (note.about.map { "note on \(words(states[$0])): " } ?? "note: ") + note.text.plainText
    }
    statements += states.compactMap { state in state.address.map { "\(words(state)) links to \($0)" } }
    return statements
  }

  private func words(_ state: State) -> String {
    switch state.kind {
    case .plain: state.descriptions.first?.plainText ?? state.name
    case .start: "the start"
    case .end: "the end"
    case .fork: "the fork \(state.name)"
    case .join: "the join \(state.name)"
    case .choice: "the choice \(state.name)"
    case .history: "the history \(state.name)"
    }
  }

  /// The state that a start or end stands in.
  private func place(of state: State) -> String {
    var scope = state.scope
    while scopes[scope].isRegion, let parent = scopes[scope].parent { scope = parent }
    return states.first { $0.inside == scope }.map(words) ?? "the diagram"
  }

  private func content(of scope: Int) -> String {
    let regions = scopes.indices.filter { scopes[$0].parent == scope && scopes[$0].isRegion }
    if !regions.isEmpty {
      return "\(regions.count) regions at the same time: " + regions.map(content).joined(separator: " | ")
    }
    let names = states.filter { $0.scope == scope && $0.kind == .plain }.map(words)
    return names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }
}
