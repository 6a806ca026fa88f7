extension BlockParser {
  /// `$$` fences (remark-math): what follows on the fence's own line must hold no dollar.
  mutating func openMath() -> Start {
    let line = cursor.line
    let start = cursor.nonspace
    let length = line.run(of: .dollar, from: start)
    guard length >= 2 else { return .none }
    let first = line.trimmed(start + length, line.count)
    for index in first where source.base[index] == .dollar { return .none }
    let index = addChild(.math, at: start)
    nodes[index].marker = .dollar
    nodes[index].level = Int32(length)
    nodes[index].indent = Int32(cursor.indent)
    nodes[index].infoStart = UInt32(first.lowerBound)
    nodes[index].infoEnd = UInt32(first.upperBound)
    nodes[index].end = UInt32(cursor.lineEnd)
    return openedFence()
  }
}
