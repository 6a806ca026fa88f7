import TestSupport

/// Documents that a grammar of blocks and inlines makes: containers in containers, delimiters in delimiters.
enum Nestings {
  static func document(using random: inout SplitMix64) -> [UInt8] {
    var lines = blocks(depth: Int.random(in: 0...4, using: &random), using: &random)
    // A line out of its containers is a lazy continuation, or ends them.
    for index in lines.indices where random.isOnce(in: 12) {
      lines[index] = String(lines[index].dropFirst(Int.random(in: 1...4, using: &random)))
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func blocks(depth: Int, using random: inout SplitMix64) -> [String] {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      lines += block(depth: depth, using: &random)
      if !random.isOnce(in: 3) { lines.append("") }
    }
    return lines
  }

  private static func block(depth: Int, using random: inout SplitMix64) -> [String] {
    if depth > 0, !random.isOnce(in: 3) { return container(depth: depth, using: &random) }
    switch Int.random(in: 0..<11, using: &random) {
    case 0: return [random.pick(["# ", "## ", "###### ", " # "]) + inlines(depth: 2, using: &random)]
    case 1: return [inlines(depth: 2, using: &random), random.pick(["===", "---", "=", "- -", "--- "])]
    case 2: return code(using: &random)
    case 3: return ["    " + inlines(depth: 1, using: &random)]
    case 4: return html(using: &random)
    case 5: return table(using: &random)
    case 6: return ["[\(label(using: &random))]: \(random.pick(["/u", "<a b>", "/u 'ti'", "/u \"a\nb\"", "/u x"]))"]
    case 7: return [random.pick(["***", "- - -", "___", "---"])]
    case 8: return ["[^\(random.pick(["1", "n"]))]: " + inlines(depth: 1, using: &random)]
    default: return paragraph(using: &random)
    }
  }

  private static func container(depth: Int, using random: inout SplitMix64) -> [String] {
    let (first, later) = random.pick([
      ("> ", "> "), (">", ">"), ("- ", "  "), ("- ", "  "), ("* ", "  "), ("1. ", "   "), ("7) ", "   "),
      ("-    ", "     "), ("-\t", "\t"), (" 1.  ", "     "), ("- [x] ", "  "), ("[^1]: ", "    "), ("+   ", "    "),
    ])
    var lines = blocks(depth: depth - 1, using: &random)
    for index in lines.indices where index == 0 || !lines[index].isEmpty {
      lines[index] = (index == 0 ? first : later) + lines[index]
    }
    return lines
  }

  private static func code(using random: inout SplitMix64) -> [String] {
    let fence = random.pick(["```", "~~~", "````"])
    return [fence + random.pick(["", "js", " a b", "a`", " \\* &amp;"])]
      + (0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(["a", "", "  b", "\tc", "```", "~~~", "<"]) }
      + (random.isOnce(in: 5) ? [] : [fence])
  }

  private static func html(using random: inout SplitMix64) -> [String] {
    let (open, close) = random.pick([
      ("<div>", "</div>"), ("<!-- a", "-->"), ("<pre>", "</pre>"), ("<b>", "</b>"), ("<?a", "?>"),
      ("<script>", "</script>"),
      ("<table", "</table>"), ("<X a='b'>", "</X>"), ("<![CDATA[", "]]>"), ("<!X", ">"), ("<style>", "</style>"),
    ])
    return [open, random.pick(["", "*a*", "<a", "b"]), random.pick([close, "", "c"])]
  }

  private static func table(using random: inout SplitMix64) -> [String] {
    let columns = Int.random(in: 1...3, using: &random)
    func row(_ count: Int, _ cell: (inout SplitMix64) -> String) -> String {
      let cells = (0..<count).map { _ in cell(&random) }.joined(separator: " | ")
      return random.pick(["| \(cells) |", cells, "|\(cells)|", "| \(cells)"])
    }
    func cell(_ random: inout SplitMix64) -> String { inlines(depth: 1, using: &random) }
    return [row(columns, cell), row(columns) { $0.pick(["-", "---", ":--", "--:", ":-:"]) }]
      + (0..<Int.random(in: 0...3, using: &random)).map { _ in
        row(max(1, columns + [-1, 0, 0, 1].randomElement(using: &random)!), cell)
      }
  }

  private static func paragraph(using random: inout SplitMix64) -> [String] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      inlines(depth: 3, using: &random) + random.pick(["", "", "", "  ", "\\", " "])
    }
  }

  static func inlines(depth: Int, using random: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in inline(depth: depth, using: &random) }
      .joined(separator: random.pick(["", " ", " "]))
  }

  private static func inline(depth: Int, using random: inout SplitMix64) -> String {
    guard depth > 0 else { return random.pick(words) }
    let inner = inlines(depth: depth - 1, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "*\(inner)*"
    case 1: return "**\(inner)**"
    case 2: return "_\(inner)_"
    case 3: return "__\(inner)__"
    case 4: return "~~\(inner)~~"
    case 5: return "`\(inner)`"
    case 6: return "[\(inner)](\(random.pick(["/u", "<u v>", "/u 't'", "", "u(v)", "/u \"a"])))"
    case 7: return "![\(inner)](/u)"
    case 8: return "[\(inner)][\(label(using: &random))]"
    case 9: return "[\(label(using: &random))]"
    case 10: return random.pick(["<b>", "</b>", "<!-- c -->", "<http://a.b/c>", "<b c='d'>", "<?p?>"])
    default: return random.pick(words)
    }
  }

  private static func label(using random: inout SplitMix64) -> String {
    random.pick(["a", "A", "a b", "^1", "^n", "foo", "\u{E9}", "\\]", "x*y*"])
  }

  private static let words = [
    "a", "b", "foo", "bar", "a_b", "x*", "*y", "\\*", "&amp;", "www.a.b", "http://a.b/c", "a@b.c", "\u{E9}t\u{E9}",
    "1.", "-",
    "|", "\\|", "\"q\"", "!", "`", "<", "~c~", "[^1]", "[^n]", "#", "+", "\u{4E2D}", "\u{2026}", "...",
  ]
}
