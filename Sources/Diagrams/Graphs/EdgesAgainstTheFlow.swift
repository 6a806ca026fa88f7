extension Graph {
  /// Which edges close a circle when the graph is walked from its first nodes along its edges in their order. Among
  /// clusters Graphviz may turn a circle upside down, so it is given those edges the other way round.
  var edgesAgainstTheFlow: [Bool] {
    var against = edges.map { _ in false }
    guard !groups.isEmpty else { return against }
    let gates = gates
    func node(_ end: End, isTail: Bool) -> Int? {
      switch end {
      case .node(let index): index
      case .group(let index): isTail ? gates[index].last : gates[index].first
      }
    }
    var leaving: [[(edge: Int, head: Int)]] = nodes.map { _ in [] }
    for (index, edge) in edges.enumerated() {
      guard let tail = node(edge.tail, isTail: true), let head = node(edge.head, isTail: false), tail != head else {
        continue
      }
      leaving[tail].append((index, head))
    }
    var (isKnown, isOpen) = (nodes.map { _ in false }, nodes.map { _ in false })
    var path: [(node: Int, next: Int)] = []
    for root in nodes.indices where !isKnown[root] {
      path.append((root, 0))
      (isKnown[root], isOpen[root]) = (true, true)
      while let (node, next) = path.last {
        guard next < leaving[node].count else {
          isOpen[node] = false
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let (edge, head) = leaving[node][next]
        if isOpen[head] { against[edge] = true }
        guard !isKnown[head] else { continue }
        (isKnown[head], isOpen[head]) = (true, true)
        path.append((head, 0))
      }
    }
    return against
  }
}
