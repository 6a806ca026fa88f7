/// Reads a flowchart line by line; a line that cannot be read whole is told, and what could be read of it kept.
struct FlowchartParser {
  var chart = Flowchart()
  var problems: [DiagramProblem] = []
  /// The groups that are open, from the outermost.
  private var open: [Int] = []
  private var line = 1

  /// - Parameter source: of a `flowchart` or `graph`.
  static func parse(_ source: MermaidSource) -> (chart: Flowchart, problems: [DiagramProblem]) {
    var parser = FlowchartParser()
    parser.read(source)
    parser.chart.dropNodesNamedAsGroups()
    return (parser.chart, parser.problems)
  }

  private mutating func read(_ source: MermaidSource) {
    line = source.keywordLine
    var head = source.argument
    let word = String(head.prefix { !$0.isWhitespace && $0 != ";" })
    if let direction = Graph.Direction(mermaid: word) {
      chart.direction = direction
      head = String(head.dropFirst(word.count))
    }
    readStatements(head)
    for joined in LogicalLines.join(source.lines) {
      line = joined.number
      readStatements(joined.text)
    }
    if !open.isEmpty {
      tell(
        "\(open.count == 1 ? "a subgraph is" : "\(open.count) subgraphs are") never closed",
        help: "write `end` behind it")
    }
  }

  mutating func tell(_ message: String, help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func readStatements(_ text: String) {
    for statement in LogicalLines.statements(in: text) {
      let statement = statement.trimmingSpaces
      if !statement.isEmpty { readStatement(statement) }
    }
  }

  private mutating func readStatement(_ text: String) {
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(word.count)).trimmingSpaces
    switch word {
    case "subgraph": openGroup(rest)
    case "end" where rest.isEmpty: closeGroup()
    case "direction" where Graph.Direction(mermaid: rest) != nil:
      if let group = open.last {
        chart.groups[group].direction = Graph.Direction(mermaid: rest)
      } else {
        chart.direction = Graph.Direction(mermaid: rest) ?? chart.direction
      }
    case "classDef": readClassDefinition(rest)
    case "class": readClasses(rest)
    case "style": readStyle(rest)
    case "linkStyle": readLinkStyle(rest)
    case "click", "href": readClick(rest)
    default: readChain(text)
    }
  }

  private mutating func openGroup(_ text: String) {
    var cursor = Cursor(text)
    let name = cursor.take { !$0.isWhitespace && $0 != "[" && $0 != "(" && $0 != "\"" && $0 != "@" }
    cursor.skipSpaces()
    var title = text.trimmingSpaces
    var groupName = title
    if let opening = cursor.current, opening == "[" || opening == "(",
      let closing = text.lastIndex(of: opening == "[" ? "]" : ")")
    {
      let inside = cursor.slice(cursor.index + 1, text.distance(from: text.startIndex, to: closing))
      title = inside
      if !name.isEmpty { groupName = name }
    } else if cursor.isAtEnd, !name.isEmpty {
      groupName = name
    }
    if title.isEmpty { (title, groupName) = ("", "subgraph \(chart.groups.count + 1)") }
    groupName = LabelMarkup.unquoted(groupName)
    open.append(chart.addGroup(Flowchart.Group(name: groupName, title: LabelMarkup.label(title), parent: open.last)))
  }

  private mutating func closeGroup() {
    if open.popLast() == nil { tell("`end` closes no subgraph", help: "take it out") }
  }

  private mutating func readClassDefinition(_ text: String) {
    let names = text.prefix { !$0.isWhitespace }
    let style = Style(css: String(text.dropFirst(names.count)))
    for name in names.split(separator: ",") {
      chart.classes[String(name)] = (chart.classes[String(name)] ?? Style()).overlaid(with: style)
    }
  }

  private mutating func readClasses(_ text: String) {
    guard let space = text.lastIndex(where: \.isWhitespace) else {
      return tell("`class` wants the names of nodes and the name of a class", help: "class A,B name")
    }
    let name = String(text[text.index(after: space)...])
    for node in text[..<space].split(separator: ",") { addClass(name, to: String(node).trimmingSpaces) }
  }

  private mutating func addClass(_ name: String, to node: String) {
    if chart.linkNames.contains(node) { return }
    if let group = chart.group(named: node) {
      chart.groups[group].classes.append(name)
    } else if let index = chart.existingNode(node) {
      chart.nodes[index].classes.append(name)
    } else {
      chart.nodes[chart.node(node)].classes.append(name)
    }
  }

  private mutating func readStyle(_ text: String) {
    let names = text.prefix { !$0.isWhitespace }
    let style = Style(css: String(text.dropFirst(names.count)))
    for name in names.split(separator: ",") {
      chart.styles[String(name)] = (chart.styles[String(name)] ?? Style()).overlaid(with: style)
    }
  }

  private mutating func readLinkStyle(_ text: String) {
    let numbers = text.prefix { !$0.isWhitespace }
    var css = String(text.dropFirst(numbers.count)).trimmingSpaces
    if css.hasPrefix("interpolate ") {
      css = String(css.dropFirst("interpolate ".count).drop { !$0.isWhitespace })
    }
    let style = Style(css: css)
    for number in numbers.split(separator: ",") {
      guard let index = number == "default" ? -1 : Int(number) else { continue }
      chart.linkStyles[index] = (chart.linkStyles[index] ?? Style()).overlaid(with: style)
    }
  }

  /// `click A "https://…"`, `click A href "https://…"`; a call of a script cannot be drawn.
  private mutating func readClick(_ text: String) {
    let name = String(text.prefix { !$0.isWhitespace })
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].contains("/"), let index = chart.existingNode(name) else { return }
    chart.nodes[index].address = String(parts[1])
  }
}

extension FlowchartParser {
  /// `A & B -->|text| C:::name --> D`
  private mutating func readChain(_ text: String) {
    var reader = ChainReader(text)
    guard var tails = reader.nodes(&self) else {
      return tell("`\(text.prefix(60))` cannot be read", help: "write `A --> B`, or `%%` before a comment")
    }
    while true {
      reader.cursor.skipSpaces()
      if reader.cursor.isAtEnd { return }
      guard let link = reader.link() else {
        return tell(
          "`\(reader.cursor.rest.prefix(60))` is no link",
          help: "write `-->`, `---`, `-.->`, `==>` or `~~~` between nodes")
      }
      if let name = reader.linkName { chart.linkNames.insert(name) }
      guard let heads = reader.nodes(&self) else {
        return tell("a link leads to no node", help: "name the node it leads to, or take the link out")
      }
      for tail in tails {
        for head in heads {
          var one = link
          (one.tail, one.head) = (tail, head)
          chart.links.append(one)
        }
      }
      tails = heads
    }
  }

  /// Puts what a chain says of a node into the chart.
  mutating func mention(_ mention: NodeMention) {
    if chart.linkNames.contains(mention.name), mention.label == nil { return }
    if let group = chart.group(named: mention.name), mention.label == nil {
      chart.groups[group].classes += mention.classes
      return
    }
    // A node belongs to the group that names it first.
    let isNew = chart.existingNode(mention.name) == nil
    let index = chart.node(mention.name)
    if isNew || chart.nodes[index].group == nil { chart.nodes[index].group = open.last }
    if let label = mention.label { chart.nodes[index].label = label }
    if let shape = mention.shape { chart.nodes[index].shape = shape }
    chart.nodes[index].classes += mention.classes
    if let written = mention.wantsQuotes {
      tell("the text of `\(mention.name)` holds brackets or quotes and must be quoted", help: written)
    }
    if let shape = mention.unknownShape {
      let near = nearestShape(to: shape)
      tell("`\(shape)` is no shape", help: near.map { "did you mean `\($0)`?" })
    }
  }
}
