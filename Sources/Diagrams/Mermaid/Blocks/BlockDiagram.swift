/// Blocks in a grid (Mermaid documentation, "Block Diagrams Documentation").
struct BlockDiagram: Sendable {
  enum Shape: Sendable, Equatable {
    case node(NodeShape)
    /// A block arrow, by the sides it points to.
    case arrow(Set<Side>)
    /// Holds other blocks.
    case group
    /// Keeps a cell empty.
    case space
  }

  enum Side: String, Sendable { case left, right, up, down }

  struct Block: Sendable {
    var id: String
    var label: Label
    var shape: Shape
    var span = 1
    var parent: Int?
    var children: [Int] = []
    /// How many of its cells stand side by side; nil for all.
    var columns: Int?
    var style = Style()
  }

  struct Link: Sendable {
    var from: Int
    var to: Int
    var label: Label
    var tail = EdgeMark.none
    var head = EdgeMark.arrow
    var isDotted = false
    var isThick = false
    var isInvisible = false
  }

  /// The first holds everything; a block always stands behind its parent.
  var blocks = [Block(id: "", label: Label(lines: []), shape: .group)]
  var links: [Link] = []

  func name(_ index: Int) -> String { blocks[index].label.isEmpty ? blocks[index].id : blocks[index].label.plainText }

  var statements: [String] {
    var statements: [String] = []
    for (index, block) in blocks.enumerated() {
      let shown = block.children.filter { blocks[$0].shape != .space }
      let parts = shown.map { name($0) }.filter { !$0.isEmpty }
      if parts.isEmpty { continue }
      let title = index == 0 ? "Blocks" : block.label.isEmpty ? "A group" : name(index)
      statements.append("\(title): \(parts.joined(separator: ", "))")
    }
    for link in links where !link.isInvisible {
      statements.append(
        "\(name(link.from)) to \(name(link.to))\(link.label.isEmpty ? "" : ": " + link.label.plainText)")
    }
    return statements
  }
}
