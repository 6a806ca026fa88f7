extension BlockParser {
  /// Thematic breaks (CommonMark 0.31.2 §4.1).
  func isThematicBreak() -> Bool {
    let marker = cursor.first
    guard marker != .plus else { return false }
    var count = 0
    for index in cursor.nonspace..<cursor.lineEnd {
      let byte = source.base[index]
      if byte == marker { count += 1 } else if !byte.isSpaceOrTab { return false }
    }
    return count >= 3
  }

  mutating func addThematicBreak() -> Start {
    let index = addChild(.thematicBreak, at: cursor.nonspace)
    nodes[index].end = UInt32(cursor.lineEnd)
    return finishLeaf()
  }

  /// Closes a leaf that takes one line and marks the blocks around it as not ending blank.
  mutating func finishLeaf() -> Start {
    var parent = nodes[tip].parent
    while parent >= 0 {
      nodes[Int(parent)].isLastLineBlank = false
      parent = nodes[Int(parent)].parent
    }
    closeTip()
    return .leaf
  }
}
