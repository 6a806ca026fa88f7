/// Puts the nodes of a sankey diagram into columns and in order.
struct SankeyColumns {
  /// By node.
  private(set) var column: [Int]
  /// By column, from the top.
  private(set) var order: [[Int]]
  let throughput: [Double]
  private let chart: SankeyChart

  /// - Parameter alignment: `justify` puts nodes that nothing leaves into the last column; `left` leaves them.
  init(_ chart: SankeyChart, alignment: String) {
    self.chart = chart
    let count = chart.names.count
    var incoming = Array(repeating: 0.0, count: count)
    var outgoing = incoming
    for flow in chart.flows {
      outgoing[flow.source] += flow.value
      incoming[flow.target] += flow.value
    }
    throughput = zip(incoming, outgoing).map { max($0, $1) }
    column = SankeyColumns.longestPaths(chart)
    let last = column.max() ?? 0
    if alignment == "justify" || alignment == "right" {
      for node in 0..<count where outgoing[node] == 0 { column[node] = last }
    }
    order = Array(repeating: [], count: last + 1)
    for node in 0..<count { order[column[node]].append(node) }
    for _ in 0..<6 {
      sort(byTargets: false)
      sort(byTargets: true)
    }
    sort(byTargets: false)
  }

  /// How many flows lie before each node at most; flows that lead back around a circle do not count.
  private static func longestPaths(_ chart: SankeyChart) -> [Int] {
    let count = chart.names.count
    var targets: [[Int]] = Array(repeating: [], count: count)
    var waiting = Array(repeating: 0, count: count)
    for flow in chart.flows where flow.source != flow.target {
      targets[flow.source].append(flow.target)
      waiting[flow.target] += 1
    }
    var column = Array(repeating: 0, count: count)
    var done = Array(repeating: false, count: count)
    var ready = (0..<count).filter { waiting[$0] == 0 }
    var (next, rest) = (0, 0)
    while true {
      if next == ready.count {
        // Only circles are left: the first node of one goes first.
        while rest < count, done[rest] { rest += 1 }
        if rest == count { return column }
        ready.append(rest)
      }
      let node = ready[next]
      next += 1
      if done[node] { continue }
      done[node] = true
      for target in targets[node] where !done[target] {
        column[target] = max(column[target], column[node] + 1)
        waiting[target] -= 1
        if waiting[target] == 0 { ready.append(target) }
      }
    }
  }

  /// Orders each column by where its neighbours stand, weighted by what flows.
  private mutating func sort(byTargets: Bool) {
    var position = Array(repeating: 0.0, count: column.count)
    func note(_ nodes: [Int]) {
      var y = 0.0
      for node in nodes {
        position[node] = y + throughput[node] / 2
        y += throughput[node]
      }
    }
    for nodes in order { note(nodes) }
    var sums = Array(repeating: (weight: 0.0, value: 0.0), count: column.count)
    for flow in chart.flows {
      let (node, other) = byTargets ? (flow.source, flow.target) : (flow.target, flow.source)
      sums[node].weight += position[other] * flow.value
      sums[node].value += flow.value
    }
    for index in order.indices {
      let keys = order[index].map { node in sums[node].value > 0 ? sums[node].weight / sums[node].value : position[node]
      }
      let sorted = order[index].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      order[index] = sorted.map { order[index][$0] }
    }
  }
}
