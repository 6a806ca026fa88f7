extension ArchitectureDiagram {
  /// What the diagram shows, in words.
  var statements: [String] {
    func words(_ end: End) -> String {
      let service = services[end.service]
      if end.isGroup, let group = service.group { return groups[group].title.plainText }
      return service.isJunction ? "the junction \(service.name)" : service.title.plainText
    }
    var statements = edges.map { edge in
      let verb =
        switch (edge.tail.hasArrow, edge.head.hasArrow) {
        case (false, false): "is connected with"
        case (false, true): "leads to"
        case (true, false): "comes from"
        case (true, true): "leads to and from"
        }
      return "\(words(edge.tail)) \(verb) \(words(edge.head))"
        + (edge.label.isEmpty ? "" : " (\(edge.label.plainText))")
    }
    for (index, group) in groups.enumerated() {
      let members =
        services.filter { $0.group == index && !$0.isJunction }.map(\.title.plainText)
        + groups.filter { $0.parent == index }.map(\.title.plainText)
      if !members.isEmpty { statements.append("\(group.title.plainText) holds \(members.joined(separator: ", "))") }
    }
    let connected = Set(edges.flatMap { [$0.tail.service, $0.head.service] })
    for (index, service) in services.enumerated()
    where !connected.contains(index) && service.group == nil && !service.isJunction {
      statements.append("\(service.title.plainText) stands alone")
    }
    return statements
  }
}
