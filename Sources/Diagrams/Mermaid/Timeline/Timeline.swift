/// Periods in order with what happened in them (Mermaid documentation, "Timeline Diagram").
struct Timeline: Sendable {
  struct Period: Sendable {
    var label: Label
    var events: [Label]
    /// nil before the first section.
    var section: Int?
  }

  var title: String?
  var sections: [Label] = []
  var periods: [Period] = []

  var statements: [String] {
    periods.map { period in
      let section = period.section.map { sections[$0].plainText + ", " } ?? ""
      let events = period.events.map(\.plainText).joined(separator: "; ")
      return section + period.label.plainText + (events.isEmpty ? "" : ": " + events)
    }
  }

  static func read(_ source: MermaidSource, _ problems: inout [DiagramProblem]) -> Timeline {
    var timeline = Timeline()
    for line in source.lines {
      if let title = line.text.argument(of: "title") {
        timeline.title = title
      } else if let name = line.text.argument(of: "section") {
        timeline.sections.append(LabelMarkup.label(name))
      } else {
        timeline.readPeriod(line, &problems)
      }
    }
    return timeline
  }

  /// `2004 : Facebook : Google`, or `: Google` for the period before.
  private mutating func readPeriod(_ line: MermaidSource.Line, _ problems: inout [DiagramProblem]) {
    var parts = Timeline.parts(of: line.text)
    guard let name = parts.first else { return }
    parts.removeFirst()
    let events = parts.filter { !$0.isEmpty }.map { LabelMarkup.label($0) }
    if !name.isEmpty {
      let section = sections.isEmpty ? nil : sections.count - 1
      periods.append(Period(label: LabelMarkup.label(name), events: events, section: section))
    } else if periods.isEmpty {
      problems.append(
        DiagramProblem(
          line: line.number, message: "an event has no period to belong to", help: "write `2004 \(line.text)`"))
    } else {
      periods[periods.count - 1].events += events
    }
  }

  /// Parted at colons with a space behind them or at the end: `12:30 : Lunch` and `https://…` stay whole.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var letters = text[...]
    while let letter = letters.popFirst() {
      if letter == ":", letters.first?.isWhitespace ?? true {
        parts.append(part.trimmingSpaces)
        part = ""
      } else {
        part.append(letter)
      }
    }
    parts.append(part.trimmingSpaces)
    return parts
  }
}
