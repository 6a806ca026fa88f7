/// Reads the lines of a mindmap: what stands deeper belongs to the last line that stands less deep.
struct MindmapReader {
  private var map = Mindmap()
  private var problems: [DiagramProblem] = []
  /// The nodes from the root to the last one.
  private var path: [Int] = []
  /// How many children the root has.
  private var branches = 0

  static func read(_ source: MermaidSource) -> (Mindmap, [DiagramProblem]) {
    var reader = MindmapReader()
    var lines = source.lines[...]
    while let line = lines.popFirst() {
      var text = line.text
      // A text in quotes may go over several lines.
      var joined = 0
      while text.opensQuote, joined < 100, let next = lines.popFirst() {
        text += "\n" + next.text
        joined += 1
      }
      reader.read(text, line)
    }
    return (reader.map, reader.problems)
  }

  private mutating func read(_ text: String, _ line: MermaidSource.Line) {
    if text.hasPrefix("::icon") { return addIcon(text) }
    // Classes style what they are put on by a style sheet that a book does not have.
    if text.hasPrefix(":::") { return }
    let (written, shape) = MindmapReader.shape(of: text)
    var label = LabelMarkup.label(written)
    if label.isEmpty { label = LabelMarkup.label(text) }
    while let last = path.last, map.nodes[last].indent >= line.indent { path.removeLast() }
    var parent = path.last
    if parent == nil, !map.nodes.isEmpty {
      problems.append(
        DiagramProblem(
          line: line.number, message: "a mindmap has one root, and `\(label.plainText)` stands beside it",
          help: "indent it below `\(map.nodes[0].label.plainText)`"))
      parent = 0
      path = [0]
    }
    let depth = parent.map { map.nodes[$0].depth + 1 } ?? 0
    let branch = depth <= 1 ? branches : parent.map { map.nodes[$0].branch } ?? 0
    if depth == 1 { branches += 1 }
    path.append(map.nodes.count)
    map.nodes.append(
      Mindmap.Node(label: label, shape: shape, parent: parent, indent: line.indent, depth: depth, branch: branch))
  }

  /// `::icon(fa fa-book)`: the icon in words, under the text.
  private mutating func addIcon(_ text: String) {
    guard let last = map.nodes.indices.last, let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"),
      open < close
    else { return }
    let name = text[text.index(after: open)..<close].split(separator: " ").last ?? ""
    var words = name.split(separator: "-").map(String.init)
    if let first = words.first, first.count <= 3, words.count > 1 { words.removeFirst() }
    guard !words.isEmpty else { return }
    map.nodes[last].label.lines.append([Label.Run(text: "[\(words.joined(separator: " "))]", isItalic: true)])
  }

  /// The text between a shape's brackets, with an identifier or without.
  static func shape(of text: String) -> (String, Mindmap.Shape) {
    let brackets: [(String, String, Mindmap.Shape)] = [
      ("))", "((", .bang), ("((", "))", .circle), ("{{", "}}", .hexagon), (")", "(", .cloud), ("[", "]", .square),
      ("(", ")", .rounded),
    ]
    var text = text
    if let range = text.range(of: ":::"), let last = text.last, !"])}(".contains(last) {
      text = String(text[..<range.lowerBound]).trimmingSpaces
    }
    guard let first = text.firstIndex(where: { "([{)".contains($0) }) else { return (text, .plain) }
    for (open, close, shape) in brackets where text[first...].hasPrefix(open) && text.hasSuffix(close) {
      let start = text.index(first, offsetBy: open.count)
      let end = text.index(text.endIndex, offsetBy: -close.count)
      if start < end { return (String(text[start..<end]), shape) }
    }
    return (text, .plain)
  }
}

extension String {
  /// Whether a pair of quotes begins here that ends on a later line.
  fileprivate var opensQuote: Bool {
    guard let range = range(of: "\"`") else { return false }
    return self[range.upperBound...].firstIndex(of: "`") == nil
  }
}
