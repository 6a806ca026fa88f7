/// An architecture diagram as its source means it (Mermaid documentation, "Architecture Diagrams").
struct ArchitectureDiagram: Sendable {
  struct Service: Sendable {
    var name: String
    var icon = ""
    var title: Label
    /// A place in `groups`.
    var group: Int?
    var isJunction = false
  }

  struct Group: Sendable {
    var name: String
    var icon = ""
    var title: Label
    var parent: Int?
  }

  enum Side: Character, Sendable {
    case left = "L"
    case right = "R"
    case top = "T"
    case bottom = "B"

    /// One step out of this side.
    var step: (x: Int, y: Int) {
      switch self {
      case .left: (-1, 0)
      case .right: (1, 0)
      case .top: (0, -1)
      case .bottom: (0, 1)
      }
    }

    var isHorizontal: Bool { self == .left || self == .right }
  }

  struct End: Sendable {
    /// A place in `services`.
    var service: Int
    var side: Side
    var hasArrow = false
    /// Whether the line ends at the frame of the service's group.
    var isGroup = false
  }

  struct Edge: Sendable {
    var tail: End
    var head: End
    var label = Label(lines: [])
  }

  var services: [Service] = []
  var groups: [Group] = []
  var edges: [Edge] = []
  private var servicePlaces: [String: Int] = [:]
  private var groupPlaces: [String: Int] = [:]

  init() {}

  mutating func add(_ service: Service) {
    if servicePlaces[service.name] != nil { return }
    services.append(service)
    servicePlaces[service.name] = services.count - 1
  }

  mutating func add(_ group: Group) {
    if groupPlaces[group.name] != nil { return }
    groups.append(group)
    groupPlaces[group.name] = groups.count - 1
  }

  func service(_ name: String) -> Int? { servicePlaces[name] }
  func group(_ name: String) -> Int? { groupPlaces[name] }

  /// Whether a group is another or stands in it.
  func stands(_ group: Int?, in outer: Int) -> Bool {
    var next = group
    for _ in 0...groups.count {
      if next == outer { return true }
      guard let inner = next else { return false }
      next = groups[inner].parent
    }
    return false
  }
}
