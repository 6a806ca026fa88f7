/// A graph to be laid out: sizes and connections, nothing of its looks.
struct Graph: Sendable {
  enum Direction: Sendable {
    case down, up, right, left

    /// `TB`, `TD`, `BT`, `LR`, `RL`.
    init?(mermaid word: String) {
      switch word.uppercased() {
      case "TB", "TD", "V": self = .down
      case "BT", "^": self = .up
      case "LR", ">": self = .right
      case "RL", "<": self = .left
      default: return nil
      }
    }

    var isHorizontal: Bool { self == .left || self == .right }
  }

  /// What an edge is cut off at.
  enum Outline: Sendable { case box, ellipse, diamond }

  struct Node: Sendable {
    var size: Size
    var outline = Outline.box
    /// A place in `groups`.
    var group: Int?
  }

  enum End: Equatable, Sendable {
    case node(Int)
    case group(Int)
  }

  struct Edge: Sendable {
    var tail: End
    var head: End
    /// The size of the text beside it.
    var label: Size?
    /// How many ranks it spans at least.
    var length = 1
    /// Room for marks at its ends, in pixels; 0 for none.
    var tailMark = 0.0
    var headMark = 0.0
    /// Texts at its ends, as of classes' multiplicities, need this much length more.
    var extraLength = 0.0

    /// The group that it leads from and to.
    var loopedGroup: Int? {
      if case .group(let group) = tail, tail == head { return group }
      return nil
    }
  }

  struct Group: Sendable {
    var title: Size
    var parent: Int?
    /// Its own direction; nil for that of what it stands in.
    var direction: Direction?
    /// Whether it is laid out by itself and placed as a box wherever no edge leads through its frame, though its
    /// direction is that of the whole.
    var isIsland = false
  }

  var direction = Direction.down
  var nodes: [Node] = []
  var edges: [Edge] = []
  var groups: [Group] = []
  /// Between neighbours of one rank, in pixels.
  var nodeSpacing = 34.0
  /// Between ranks.
  var rankSpacing = 44.0

  init() {}
}

/// Where the parts of a graph are; pixels, y down.
struct PlacedGraph: Sendable {
  struct Edge: Sendable {
    /// Where it begins and ends, tips of marks included.
    var start: Point
    var end: Point
    /// A Bézier curve: a point, then three for every piece. It stops short of marks.
    var curve: [Point]
    var label: Point?
  }

  var nodes: [Point]
  /// nil for an edge that could not be led anywhere.
  var edges: [Edge?]
  var groups: [Rect?]
  var bounds: Rect
}

extension Graph {
  /// The innermost frame around an end, or the group itself.
  func group(of end: End) -> Int? {
    switch end {
    case .node(let index): nodes[index].group
    case .group(let index): index
    }
  }

  /// Whether a group holds an end, be it in a group of its own; a group holds itself.
  func holds(_ group: Int, _ end: End) -> Bool {
    var place: Int? =
      switch end {
      case .node(let index): nodes[index].group
      case .group(let index): index
      }
    // A chain of parents is no longer than there are groups.
    for _ in groups.indices {
      guard let current = place else { return false }
      if current == group { return true }
      place = groups[current].parent
    }
    return false
  }

  /// Whether an edge leads through the frame of a group.
  func crossesFrame(_ edge: Edge) -> Bool {
    if case .group = edge.tail { return true }
    if case .group = edge.head { return true }
    return group(of: edge.tail) != group(of: edge.head)
  }

  /// Of each group a node that no edge inside enters, and one that none leaves; nil for a group without nodes.
  var gates: [(first: Int?, last: Int?)] {
    groups.indices.map { group in
      let members = nodes.indices.filter { holds(group, .node($0)) }
      let inner = edges.filter { holds(group, $0.tail) && holds(group, $0.head) }
      let first = members.first { node in !inner.contains { $0.head == .node(node) && $0.tail != .node(node) } }
      let last = members.last { node in !inner.contains { $0.tail == .node(node) && $0.head != .node(node) } }
      return (first ?? members.first, last ?? members.last)
    }
  }
}
