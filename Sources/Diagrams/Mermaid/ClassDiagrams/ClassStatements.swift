extension ClassDiagram {
  /// What the diagram shows, in words: relations first, then what is in the classes.
  var statements: [String] {
    var statements = relations.map(sentence)
    for one in classes where !one.attributes.isEmpty || !one.methods.isEmpty {
      let members = (one.attributes + one.methods).map { member in
        member.text + (member.isStatic ? " (static)" : "") + (member.isAbstract ? " (abstract)" : "")
      }
      let kind = one.annotations.first.map { " (\($0))" } ?? ""
      statements.append("\(one.label.plainText)\(kind) has \(members.joined(separator: ", "))")
    }
    let related = Set(relations.flatMap { [$0.tail, $0.head] })
    for one in classes where one.attributes.isEmpty && one.methods.isEmpty {
      if let kind = one.annotations.first {
        statements.append("\(one.label.plainText) is an \(kind)")
      } else if !related.contains(one.name) {
        statements.append("\(one.label.plainText) is a class")
      }
    }
    for (index, namespace) in namespaces.enumerated() {
      let members = classes.filter { $0.namespace == index }.map(\.label.plainText)
      if !members.isEmpty {
        statements.append("the namespace \(namespace.title.plainText) holds \(members.joined(separator: ", "))")
      }
    }
    statements += notes.map { note in
      (note.about.map { "note for \(words($0)): " } ?? "note: ") + note.text.plainText
    }
    statements += classes.compactMap { one in one.address.map { "\(one.label.plainText) links to \($0)" } }
    return statements
  }

  private func words(_ name: String) -> String { existing(name).map { classes[$0].label.plainText } ?? name }

  private func sentence(_ relation: Relation) -> String {
    let (tail, head) = (words(relation.tail), words(relation.head))
    var sentence =
      switch (relation.tailEnd, relation.headEnd) {
      case (.none, .none): "\(tail) is linked with \(head)"
      case (.none, let end): end.sentence(tail, head, relation.isDashed)
      case (let end, .none): end.sentence(head, tail, relation.isDashed)
      case (.arrow, .arrow): "\(tail) and \(head) refer to each other"
      case (let first, let second):
        first.sentence(head, tail, relation.isDashed) + " and " + second.sentence(tail, head, relation.isDashed)
      }
    let counts = [relation.tailCount, relation.headCount].map { $0.isEmpty ? "one" : $0 }
    if !relation.tailCount.isEmpty || !relation.headCount.isEmpty {
      sentence += ", \(counts[0]) to \(counts[1])"
    }
    return sentence + (relation.label.isEmpty ? "" : " (\(relation.label.plainText))")
  }
}

extension ClassDiagram.End {
  /// What it says where it stands at the second class.
  fileprivate func sentence(_ first: String, _ second: String, _ isDashed: Bool) -> String {
    switch self {
    case .none: "\(first) is linked with \(second)"
    case .inheritance: isDashed ? "\(first) implements \(second)" : "\(first) inherits from \(second)"
    case .composition: "\(second) is composed of \(first)"
    case .aggregation: "\(second) aggregates \(first)"
    case .arrow: isDashed ? "\(first) depends on \(second)" : "\(first) refers to \(second)"
    case .lollipop: "\(first) offers the interface \(second)"
    }
  }
}
