extension BlockParser {
  /// Takes the link reference definitions off a paragraph's head; one that held nothing else disappears.
  mutating func closeParagraph(_ index: Int) {
    takeDefinitions(index)
    if nodes[index].segmentCount == 0 { remove(index) }
  }

  /// Unlinks the last child of its parent.
  private mutating func remove(_ index: Int) {
    let parent = Int(nodes[index].parent)
    var previous: Int32 = -1
    var child = nodes[parent].firstChild
    while child != Int32(index), child >= 0 {
      previous = child
      child = nodes[Int(child)].next
    }
    if previous >= 0 {
      nodes[Int(previous)].next = nodes[index].next
    } else {
      nodes[parent].firstChild = nodes[index].next
    }
    if nodes[parent].lastChild == Int32(index) { nodes[parent].lastChild = previous }
  }
}
