import BookModel

extension ContentWriter {
  /// ```` ```js title="a.js" ```` → `\begin{hpcode}{a.js}{0}` with a `\hpl{indentation}{…}` a line, coloured by the
  /// tokens of its listing.
  func code(_ code: CodeBlock) { listing(code, title: code.title) }

  func listing(_ code: CodeBlock, title: String?) {
    let lines = CodeLines(code, tokens: tokens(of: code)).lines
    let first = code.firstLineNumber.map { min(max($0, 0), 1_000_000_000) }
    let digits = first.map { String($0 + lines.count - 1).utf8.count } ?? 0
    let em = CodeLines.advance * edition.layout.codeSize
    let columns = max(8, Int((measure - 16 - Double(digits == 0 ? 0 : digits + 1) * em) / em))
    tex.environment(
      "hpcode", .body { [self] in if let title, !title.isBlank { set(in: .sans) { text(title) } } }, .number(digits)
    ) {
      var highlights = code.highlightedLines[...]
      for (index, line) in lines.enumerated() {
        let isMarked = advance(&highlights, to: index + 1)
        let write = { self.line(line, number: first.map { $0 + index }, columns: columns) }
        if isMarked { self.marked(index, highlights, isLast: index + 1 == lines.count, write) } else { write() }
        if index == 0 || index + 2 == lines.count, lines.count > 1 { tex.closing("hpkeep") }
        tex.newline()
      }
    }
  }

  private func advance(_ highlights: inout ArraySlice<ClosedRange<Int>>, to line: Int) -> Bool {
    while let first = highlights.first, first.upperBound < line { highlights.removeFirst() }
    return highlights.first?.contains(line) == true
  }

  private func marked(
    _ index: Int, _ highlights: ArraySlice<ClosedRange<Int>>, isLast: Bool, _ write: () -> Void
  ) {
    guard let range = highlights.first else { return write() }
    if range.lowerBound == index + 1 || index == 0 { tex.closing("hpbeginmark") }
    write()
    if range.upperBound == index + 1 || isLast { tex.closing("hpendmark") }
  }

  private func line(_ line: CodeLines.Line, number: Int?, columns: Int) {
    let canBreak = line.columns >= columns
    let content = {
      var breaks = WordBreaks(isCode: true)
      self.directed(.leftToRight) {
        for token in line.tokens {
          let write = { self.write(token.text, .code(canBreak: canBreak), breaks: &breaks) }
          if let command = token.kind.command { self.tex.command(command, .body(write)) } else { write() }
        }
      }
    }
    let indentation = min(line.indentation, columns / 2)
    if let number {
      tex.command("hpln", .number(indentation), .body(content), .number(number))
    } else {
      tex.command("hpl", .number(indentation), .body(content))
    }
  }

  private func tokens(of code: CodeBlock) -> [CodeToken] {
    let key = Listing(language: (code.language ?? "").lowercased(), text: code.text)
    return edition.illustrations.listings[key] ?? [CodeToken(kind: .plain, text: code.text)]
  }
}

/// The lines of a listing, each with its pieces; tabs are spaces.
struct CodeLines {
  struct Line: Equatable {
    var tokens: [CodeToken] = []
    var columns = 0
    var indentation = 0
  }

  private(set) var lines: [Line] = [Line()]
  private var isInIndentation = true

  /// The advance of JetBrains Mono in ems, which that of most faces for code is.
  static let advance = 0.6
  private static let tabWidth = 4

  init(_ code: CodeBlock, tokens: [CodeToken]) {
    for token in tokens { add(token) }
    if lines.count > 1, lines.last?.tokens.isEmpty == true { lines.removeLast() }
  }

  private mutating func add(_ token: CodeToken) {
    var text = String.UnicodeScalarView()
    func closed(_ lines: inout [Line]) {
      guard !text.isEmpty else { return }
      lines[lines.count - 1].tokens.append(CodeToken(kind: token.kind, text: String(text)))
      text.removeAll()
    }
    for scalar in token.text.unicodeScalars {
      switch scalar {
      case "\n":
        closed(&lines)
        lines.append(Line())
        isInIndentation = true
      case "\r": break
      case "\t":
        let width = CodeLines.tabWidth - lines[lines.count - 1].columns % CodeLines.tabWidth
        for _ in 0..<width { text.append(" ") }
        count(" ", columns: width)
      default:
        text.append(scalar)
        count(scalar, columns: scalar.columns)
      }
    }
    closed(&lines)
  }

  private mutating func count(_ scalar: Unicode.Scalar, columns: Int) {
    lines[lines.count - 1].columns += columns
    if scalar != " " { isInIndentation = false }
    if isInIndentation { lines[lines.count - 1].indentation += columns }
  }
}

extension CodeToken.Kind {
  /// The class's command for a kind of token; nil for text without a colour.
  fileprivate var command: LaTeXName? {
    switch self {
    case .plain: nil
    case .comment: "tkcomment"
    case .keyword: "tkkeyword"
    case .string: "tkstring"
    case .number: "tknumber"
    case .literal: "tkliteral"
    case .function: "tkfunction"
    case .type: "tktype"
    case .property: "tkproperty"
    case .variable: "tkvariable"
    case .operator: "tkoperator"
    case .punctuation: nil
    case .tag: "tktag"
    case .attribute: "tkattribute"
    case .regex: "tkregex"
    case .builtin: "tkbuiltin"
    case .inserted: "tkinserted"
    case .deleted: "tkdeleted"
    case .heading: "tkheading"
    case .emphasis: "tkemphasis"
    case .strong: "tkstrong"
    case .link: "tklink"
    case .meta: "tkmeta"
    }
  }
}
