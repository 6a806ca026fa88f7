extension MermaidTypes {
  /// Mermaid documentation, "User Journey Diagram".
  static func journey(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let journey = Journey.read(source, &problems)
    guard !journey.tasks.isEmpty else { return nil }
    var layout = JourneyLayout(journey: journey, bench: bench)
    return Sheet(scene: layout.draw(), title: journey.title, kind: "User journey", statements: journey.statements)
  }
}

/// Steps from the top down, their scores as faces on a scale, those who do them on the right.
struct JourneyLayout {
  private let journey: Journey
  private let bench: Workbench
  private var ground = Scene()
  private var content = Scene()
  private var faces: [(center: Point, score: Double)] = []
  private var y = 0.0
  private let nameWidth: Double
  private let actorWidth: Double
  private let names: [SetLabel]
  private let actors: [SetLabel]
  private static let step = 48.0

  init(journey: Journey, bench: Workbench) {
    self.journey = journey
    self.bench = bench
    names = journey.tasks.map { bench.measure.set($0.label, TextStyle(size: 13.5), width: 200) }
    actors = journey.tasks.map { task in
      bench.measure.set(
        Label(plain: task.actors.map { journey.actors[$0] }.joined(separator: ", ")),
        TextStyle(size: 12.5, color: Palette.quiet), width: 170)
    }
    nameWidth = max(90, names.map(\.size.width).max() ?? 0)
    actorWidth = actors.map(\.size.width).max() ?? 0
  }

  private var scaleLeft: Double { nameWidth + 44 }
  private var scaleRight: Double { scaleLeft + 4 * JourneyLayout.step }
  private var right: Double { scaleRight + 30 + (actorWidth > 0 ? actorWidth + 14 : 0) }

  mutating func draw() -> Scene {
    y = 22
    var section: Int?
    for (index, task) in journey.tasks.enumerated() {
      while section != task.section {
        section = section.map { $0 + 1 } ?? 0
        addSection(section ?? 0)
      }
      add(task, index)
    }
    var scene = Scene()
    scene.add(ground, at: Point(0, 0))
    addScale(to: &scene)
    scene.add(Path(polygon: faces.map(\.center), closed: false), Paint(stroke: Palette.line, width: 1.4, dash: [4, 4]))
    scene.add(content, at: Point(0, 0))
    for face in faces { scene.addFace(at: face.center, score: face.score) }
    return scene
  }

  private mutating func addSection(_ index: Int) {
    let fill = Palette.series(index)
    let label = bench.measure.set(
      journey.sections[index], TextStyle(size: 13.5, isBold: true), width: max(200, right - 20))
    let box = Rect(0, y + 4, max(right, label.size.width + 20), y + 12 + label.size.height)
    content.add(Path(rect: box, radius: 4), Paint(fill: fill, stroke: Palette.stroke(of: fill), width: 1))
    content.add(label, at: Point(8, box.center.y), align: .left)
    y = box.maxY + 4
  }

  private mutating func add(_ task: Journey.Task, _ index: Int) {
    let height = max(38, names[index].size.height + 12, actors[index].size.height + 12)
    let center = y + height / 2
    content.add(names[index], at: Point(8, center), align: .left)
    faces.append((Point(scaleLeft + (task.score - 1) * JourneyLayout.step, center), task.score))
    content.add(actors[index], at: Point(scaleRight + 30, center), align: .left)
    y += height
  }

  private func addScale(to scene: inout Scene) {
    let style = TextStyle(size: 11.5, color: Palette.quiet, isBold: true)
    for score in 1...5 {
      let x = scaleLeft + Double(score - 1) * JourneyLayout.step
      scene.addLine(Point(x, 18), Point(x, y), Paint(stroke: Palette.grid, width: 1))
      scene.add(bench.measure.set(Label(plain: "\(score)"), style), at: Point(x, 8))
    }
  }
}

extension Scene {
  /// A face that smiles at 5 and frowns at 1; its fill tells the same.
  fileprivate mutating func addFace(at c: Point, score: Double) {
    let fill = score >= 3.5 ? Color(0xA9D2B1) : score >= 2.5 ? Color(0xE8DC9A) : Color(0xE3A9A3)
    let line = Paint(stroke: Palette.ink, width: 1.5)
    begin(.node)
    defer { end() }
    add(
      Path(ellipseIn: Rect(center: c, size: Size(26, 26))),
      Paint(fill: fill, stroke: Palette.stroke(of: fill), width: 1.4))
    for x in [-4.5, 4.5] {
      add(Path(ellipseIn: Rect(center: Point(c.x + x, c.y - 3.5), size: Size(3, 3))), Paint(fill: Palette.ink))
    }
    let bend = (score - 3) * 2.6
    var mouth = Path()
    mouth.move(to: Point(c.x - 6, c.y + 5 - bend * 0.4))
    mouth.curve(
      Point(c.x - 3, c.y + 5 + bend), Point(c.x + 3, c.y + 5 + bend), to: Point(c.x + 6, c.y + 5 - bend * 0.4))
    add(mouth, line)
  }
}
