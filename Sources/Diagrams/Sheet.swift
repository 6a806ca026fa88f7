/// What a type of diagram makes of a source: the drawing, and what it shows in words.
struct Sheet: Sendable {
  var scene: Scene
  /// The title, where the language of the diagram has one; front matter's goes before it. The drafter draws it.
  var title: String?
  /// What kind of diagram it is, to begin the sentence of the alternative: `Flowchart`.
  var kind: String
  /// What it shows, one statement each, without a full stop: `Start leads to Plan`.
  var statements: [String]

  init(scene: Scene, title: String? = nil, kind: String, statements: [String]) {
    self.scene = scene
    self.title = title
    self.kind = kind
    self.statements = statements
  }
}

/// The tools that every type of diagram draws with. For one thread at a time.
final class Workbench {
  let measure = TextMeasure()
}
