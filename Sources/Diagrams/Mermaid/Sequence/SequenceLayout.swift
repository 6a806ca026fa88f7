/// Goes down a sequence diagram step by step and draws it.
struct SequenceLayout {
  let diagram: SequenceDiagram
  let columns: SequenceColumns
  let bench: Workbench
  /// How far down the drawing has come.
  var y = 0.0
  /// From the undermost: grounds of `rect` in the order of their beginnings, bars of activity, frames, the rest.
  var grounds: [(box: Rect, fill: Color)?] = []
  var bars = Scene()
  var frames = Scene()
  var content = Scene()
  var open: [SequenceFrame] = []
  /// Where the line of the message before this step is.
  private var lastMessage: Double?
  /// Where the bars of a participant's running activities begin, the outermost first.
  private var activities: [[Double]]
  /// The middle of the head of a participant that a message created.
  private var births: [Double?]
  private var deaths: [Double?]

  init(_ diagram: SequenceDiagram, _ bench: Workbench) {
    self.diagram = diagram
    self.bench = bench
    columns = SequenceColumns(diagram, bench)
    activities = Array(repeating: [], count: diagram.participants.count)
    births = Array(repeating: nil, count: diagram.participants.count)
    deaths = births
  }

  mutating func draw() -> Scene {
    y = topHeight + 4
    for step in diagram.steps { take(step) }
    while !open.isEmpty { closeFrame() }
    y += 20
    for index in activities.indices {
      while !activities[index].isEmpty { deactivate(index, at: y - 6) }
    }
    return composed()
  }

  private mutating func take(_ step: SequenceDiagram.Step) {
    var message: Double?
    switch step {
    case .message(let step): message = take(step)
    case .note(let note): addNote(note)
    case .activate(let participant):
      activities[participant].append(lastMessage ?? y + 4)
      message = lastMessage
    case .deactivate(let participant):
      deactivate(participant, at: lastMessage ?? y)
      message = lastMessage
    case .open(let fragment): openFrame(fragment)
    case .divide(let label): divideFrame(label)
    case .close: closeFrame()
    }
    lastMessage = message
  }

  /// - Returns: where its line is.
  private mutating func take(_ message: SequenceDiagram.Message) -> Double {
    let headRoom = message.createsReceiver ? max(0, columns.heads[message.to].size.height / 2 - 14) : 0
    y += headRoom
    let (label, line) = place(message)
    if message.createsReceiver { births[message.to] = line }
    if message.activatesReceiver, message.from != message.to { activities[message.to].append(line) }
    draw(message, label, at: line)
    if message.activatesReceiver, message.from == message.to { activities[message.to].append(y - 2) }
    if message.deactivatesSender { deactivate(message.from, at: line) }
    if let gone = message.destroys { destroy(gone, at: line) }
    y += headRoom
    return message.from == message.to ? y - 2 : line
  }

  // MARK: Lifelines

  /// Where a line from or to a participant ends, on the side that faces a place.
  func edge(of participant: Int, towards x: Double) -> Double {
    let center = columns.centers[participant]
    let depth = activities[participant].count
    if depth == 0 { return center }
    return x >= center ? center + Double(min(depth - 1, 6)) * 5 + 5 : center - 5
  }

  private mutating func deactivate(_ participant: Int, at bottom: Double) {
    guard let top = activities[participant].popLast() else { return }
    let x = columns.centers[participant] + Double(min(activities[participant].count, 6)) * 5
    bars.add(
      Path(rect: Rect(x - 5, top, x + 5, max(top + 10, bottom))),
      Paint(fill: Palette.paper, stroke: Palette.nodeStroke, width: 1.2))
  }

  private mutating func destroy(_ participant: Int, at line: Double) {
    while !activities[participant].isEmpty { deactivate(participant, at: line) }
    deaths[participant] = line
    content.addCross(at: Point(columns.centers[participant], line), size: 8, color: Palette.alarm, width: 2.2)
    y += 6
  }

  // MARK: Composing

  private var topHeight: Double {
    let created = diagram.steps.reduce(into: Set<Int>()) { created, step in
      if case .message(let message) = step, message.createsReceiver { created.insert(message.to) }
    }
    return zip(columns.heads.indices, columns.heads).reduce(0) { height, head in
      created.contains(head.0) ? height : max(height, head.1.size.height)
    }
  }

  private func composed() -> Scene {
    let topHeight = topHeight
    let isTall = y > 640
    let bottom = isTall ? y + 4 : y
    var scene = Scene()
    addGroups(to: &scene, bottom: bottom + (isTall ? footHeight : 0) + 6)
    for ground in grounds {
      if let (box, fill) = ground {
        scene.add(Path(rect: box, radius: 3), Paint(fill: fill, stroke: Palette.stroke(of: fill), width: 0.8))
      }
    }
    let line = Paint(stroke: Palette.line.mixed(with: Palette.paper, 0.35), width: 1.2, dash: [5, 4])
    for (index, x) in columns.centers.enumerated() {
      scene.addLine(Point(x, births[index] ?? topHeight), Point(x, deaths[index] ?? bottom), line)
    }
    scene.add(bars, at: Point(0, 0))
    scene.add(frames, at: Point(0, 0))
    scene.add(content, at: Point(0, 0))
    for (index, head) in columns.heads.enumerated() {
      let x = columns.centers[index]
      head.draw(at: Point(x, births[index] ?? topHeight - head.size.height / 2), in: &scene)
      if isTall, deaths[index] == nil { head.draw(at: Point(x, bottom + head.size.height / 2), in: &scene) }
    }
    return scene
  }

  private var footHeight: Double { columns.heads.map(\.size.height).max() ?? 0 }

  /// The frames of `box`, with their titles above the heads.
  private func addGroups(to scene: inout Scene, bottom: Double) {
    for (index, group) in diagram.groups.enumerated() {
      let members = diagram.participants.indices.filter { diagram.participants[$0].group == index }
      guard let first = members.first, let last = members.last else { continue }
      let low = columns.centers[first] - columns.heads[first].size.width / 2 - 8
      let high = columns.centers[last] + columns.heads[last].size.width / 2 + 8
      let title = bench.measure.set(group.label, SequenceStyle.frameWord, width: max(60, high - low - 12))
      let top = -10 - (group.label.isEmpty ? 0 : title.size.height + 6)
      let wide = max(0, (title.size.width + 12 - (high - low)) / 2)
      let fill = group.fill?.asGround ?? Palette.groupFill
      scene.add(
        Path(rect: Rect(low - wide, top, high + wide, bottom), radius: 6),
        Paint(fill: fill, stroke: group.fill.map { Palette.stroke(of: $0.asGround) } ?? Palette.groupStroke, width: 1))
      scene.add(title, at: Point((low + high) / 2, top + 6 + title.size.height / 2))
    }
  }
}
