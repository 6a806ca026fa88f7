import BookModel

/// What came of a diagram: a drawing where it could be made, and what is wrong with its source.
package struct DiagramOutcome: Equatable, Sendable, Codable {
  /// nil where nothing could be drawn: the block is shown as its source.
  package var drawing: Drawing?
  package var problems: [DiagramProblem]

  package init(drawing: Drawing?, problems: [DiagramProblem] = []) {
    self.drawing = drawing
    self.problems = problems
  }
}

/// Something in a diagram's source that its language does not allow, or that we cannot draw.
package struct DiagramProblem: Equatable, Sendable, Codable {
  /// Counted from 1 in the diagram's source.
  package var line: Int
  /// In one sentence without a full stop, in lower case.
  package var message: String
  /// The remedy, best as the line mended.
  package var help: String?

  package init(line: Int, message: String, help: String? = nil) {
    self.line = line
    self.message = message
    self.help = help
  }
}
