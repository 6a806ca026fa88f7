/// How well the steps of a task go for those who do them (Mermaid documentation, "User Journey Diagram").
struct Journey: Sendable {
  struct Task: Sendable {
    var label: Label
    /// 1 to 5; 5 is best.
    var score: Double
    /// Places in `actors`.
    var actors: [Int]
    var section: Int?
  }

  var title: String?
  var sections: [Label] = []
  var tasks: [Task] = []
  var actors: [String] = []

  var statements: [String] {
    tasks.map { task in
      let section = task.section.map { sections[$0].plainText + ", " } ?? ""
      let names = task.actors.map { actors[$0] }.joined(separator: ", ")
      return "\(section)\(task.label.plainText): \(task.score.chartLabel) of 5\(names.isEmpty ? "" : " (\(names))")"
    }
  }

  static func read(_ source: MermaidSource, _ problems: inout [DiagramProblem]) -> Journey {
    var journey = Journey()
    var indices: [String: Int] = [:]
    for line in source.lines {
      if let title = line.text.argument(of: "title") {
        journey.title = title
      } else if let name = line.text.argument(of: "section") {
        journey.sections.append(LabelMarkup.label(name))
      } else {
        journey.readTask(line, &indices, &problems)
      }
    }
    return journey
  }

  /// `Make tea: 5: Me, Cat`
  private mutating func readTask(
    _ line: MermaidSource.Line, _ indices: inout [String: Int], _ problems: inout [DiagramProblem]
  ) {
    func tell(_ message: String, _ help: String) {
      problems.append(DiagramProblem(line: line.number, message: message, help: help))
    }
    guard let (name, rest) = line.text.keyAndValue else {
      return tell("`\(line.text)` is no step of a journey", "write `\(line.text): 3: Me`")
    }
    let (scoreText, names) = rest.keyAndValue ?? (rest, "")
    var score = scoreText.chartNumber
    if score == nil { tell("`\(scoreText)` is no score", "write `\(name): 3: Me`") }
    if let given = score, !(1...5).contains(given) {
      tell("the score \(given.chartLabel) is not between 1 and 5", "write `\(name): \(given < 1 ? 1 : 5)`")
      score = given.clamped(1, 5)
    }
    var actors: [Int] = []
    for actor in names.split(separator: ",").map({ String($0).trimmingSpaces }) where !actor.isEmpty {
      let index = indices[actor] ?? self.actors.count
      if index == self.actors.count {
        indices[actor] = index
        self.actors.append(actor)
      }
      actors.append(index)
    }
    let section = sections.isEmpty ? nil : sections.count - 1
    tasks.append(Task(label: LabelMarkup.label(name), score: score ?? 3, actors: actors, section: section))
  }
}
