import BookModel

/// The formulas and diagrams of an edition in which both are pictures, each once, with its name in the container.
struct DrawnPictures: Sendable {
  struct Entry: Sendable {
    let path: String
    let bytes: [UInt8]
  }

  /// In the order of first use, diagrams first.
  let entries: [Entry]
  private let diagrams: [Diagram: String]
  private let formulas: [InlineMath: String]

  /// Nothing for the modern form.
  init(_ surveys: [ChapterSurvey], _ illustrations: Illustrations, form: EPUBForm) {
    guard form == .legacy else {
      (entries, diagrams, formulas) = ([], [:], [:])
      return
    }
    let drawings = DrawnPictures.named("d", surveys.flatMap(\.diagrams)) { illustrations.drawings[$0]?.png }
    let letters = DrawnPictures.named("f", surveys.flatMap(\.formulas)) { illustrations.formulas[$0]?.picture?.png }
    entries = drawings.entries + letters.entries
    (diagrams, formulas) = (drawings.paths, letters.paths)
  }

  private static func named<Request: Hashable>(
    _ letter: String, _ requests: [Request], bytes: (Request) -> [UInt8]?
  ) -> (entries: [Entry], paths: [Request: String]) {
    var seen = Set<Request>()
    let shown = requests.filter { bytes($0) != nil && seen.insert($0).inserted }
    var (entries, paths): ([Entry], [Request: String]) = ([], [:])
    for (index, request) in shown.enumerated() {
      let path = "images/" + FileNames.artwork(letter, number: index + 1, of: shown.count)
      paths[request] = path
      entries.append(Entry(path: path, bytes: bytes(request) ?? []))
    }
    return (entries, paths)
  }

  /// nil for what is not shown as a picture.
  subscript(diagram: Diagram) -> String? { diagrams[diagram] }
  subscript(formula: InlineMath) -> String? { formulas[formula] }
}
