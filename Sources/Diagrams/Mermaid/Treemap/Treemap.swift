/// Parts of parts, as areas (Mermaid documentation, "Treemap Diagram").
struct Treemap: Sendable {
  struct Node: Sendable {
    var label: Label
    var parent: Int?
    var indent: Int
    var depth: Int
    /// Which of the outermost nodes it belongs to; below a single one, which of its parts.
    var branch: Int
    /// As written; of an inner node, the sum of its parts.
    var value: Double
    var isLeaf: Bool
    var style = Style()
  }

  var title: String?
  /// A node always stands behind its parent.
  var nodes: [Node] = []
  var format = ""

  var children: [[Int]] {
    var children: [[Int]] = Array(repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() { if let parent = node.parent { children[parent].append(index) } }
    return children
  }

  var statements: [String] {
    let children = children
    return nodes.indices.compactMap { index in
      let node = nodes[index]
      if children[index].isEmpty, node.parent != nil { return nil }
      let parts = children[index].map { "\(nodes[$0].label.plainText) \(text(nodes[$0].value))" }
      return "\(node.label.plainText), \(text(node.value))\(parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))"
    }
  }

  /// A value by the format that the author set: `$0,0`, `.1%`, `,`.
  func text(_ value: Double) -> String {
    var text: String
    var value = value
    if format.contains("%") { value *= 100 }
    if let point = format.firstIndex(of: "."), let digit = format[format.index(after: point)...].first?.wholeNumberValue
    {
      let factor = [1.0, 10, 100][min(2, digit)]
      text = ((value * factor).rounded() / factor).chartLabel
    } else {
      text = value.chartLabel
    }
    if format.contains(",") { text = Treemap.grouped(text) }
    if format.contains("%") { text += "%" }
    return format.contains("$") ? "$" + text : text
  }

  /// `700000` → `700,000`
  static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    guard whole.count > 3, whole.allSatisfy(\.isNumber) else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped + text.dropFirst(whole.count)
  }
}

/// Reads the lines of a treemap: what stands deeper is part of the last line that stands less deep.
struct TreemapReader {
  private var map = Treemap()
  private var problems: [DiagramProblem] = []
  private var path: [Int] = []
  private var roots = 0

  static func read(_ source: MermaidSource) -> (Treemap, [DiagramProblem]) {
    var reader = TreemapReader()
    reader.map.format = source.settings["valueFormat"] ?? ""
    var classes: [String: Style] = [:]
    for line in source.lines {
      guard let text = line.text.argument(of: "classDef") else { continue }
      let (name, css) = text.firstWordAndRest
      classes[name] = Style(css: css)
    }
    for line in source.lines where line.text.argument(of: "classDef") == nil { reader.read(line, classes) }
    reader.sum()
    return (reader.map, reader.problems)
  }

  private mutating func read(_ line: MermaidSource.Line, _ classes: [String: Style]) {
    var text = line.text
    if let title = text.argument(of: "title"), path.isEmpty, !title.hasPrefix("\"") {
      map.title = title
      return
    }
    var style = Style()
    if let mark = text.range(of: ":::") {
      style = classes[String(text[mark.upperBound...]).trimmingSpaces] ?? style
      text = String(text[..<mark.lowerBound]).trimmingSpaces
    }
    let (name, written) = TreemapReader.parts(of: text)
    var value = written?.chartNumber
    if let written, value ?? -1 < 0 {
      problems.append(
        DiagramProblem(
          line: line.number, message: "`\(written)` is no size of an area", help: "write `\"\(name)\": 10`"))
      value = 0
    }
    while let last = path.last, map.nodes[last].indent >= line.indent { path.removeLast() }
    if path.isEmpty { roots += 1 }
    let parent = path.last
    path.append(map.nodes.count)
    map.nodes.append(
      Treemap.Node(
        label: LabelMarkup.label(name), parent: parent, indent: line.indent,
        depth: parent.map { map.nodes[$0].depth + 1 } ?? 0,
        branch: roots - 1, value: value ?? 0, isLeaf: written != nil, style: style))
  }

  /// `"Label": 10`, `"Label", 10`, `"Label"`
  private static func parts(of text: String) -> (String, String?) {
    guard let quote = text.first, quote == "\"" || quote == "'", let end = text.dropFirst().firstIndex(of: quote) else {
      guard let colon = text.lastIndex(of: ":") else { return (text, nil) }
      return (String(text[..<colon]).trimmingSpaces, String(text[text.index(after: colon)...]).trimmingSpaces)
    }
    let name = String(text[text.index(after: text.startIndex)..<end])
    let rest = String(text[text.index(after: end)...]).trimmingSpaces
    return (name, rest.isEmpty ? nil : String(rest.drop { $0 == ":" || $0 == "," }).trimmingSpaces)
  }

  private mutating func sum() {
    for index in map.nodes.indices.reversed() {
      if let parent = map.nodes[index].parent { map.nodes[parent].value += map.nodes[index].value }
    }
    guard roots == 1 else { return }
    var branch = -1
    for index in map.nodes.indices {
      if map.nodes[index].depth == 1 { branch += 1 }
      map.nodes[index].branch = max(0, branch)
    }
  }
}
