/// The seven kinds of HTML blocks, by how they end (CommonMark 0.31.2 §4.6).
enum HTMLBlockEnd {
  case closingRawTag, comment, instruction, declaration, cdata, blankLine

  var endsAtBlankLine: Bool { if case .blankLine = self { true } else { false } }

  /// Whether the end stands in a line.
  func ends(_ bytes: Bytes, from start: Int, to end: Int) -> Bool {
    let line = Bytes(base: bytes.base, count: end)
    switch self {
    case .closingRawTag:
      return ["</script>", "</pre>", "</style>", "</textarea>"].contains { (text: StaticString) in
        line.firstIndex(ofLowercased: text, from: start) != nil
      }
    case .comment: return line.firstIndex(of: "-->", from: start) != nil
    case .instruction: return line.firstIndex(of: "?>", from: start) != nil
    case .declaration: return line.firstIndex(of: ">", from: start) != nil
    case .cdata: return line.firstIndex(of: "]]>", from: start) != nil
    case .blankLine: return false
    }
  }
}

extension BlockParser {
  /// The kind of HTML block that begins at a `<`; in MDX comments alone are blocks of HTML.
  func htmlBlockStart(interruptsParagraph: Bool) -> HTMLBlockEnd? {
    let line = Bytes(base: bytes.base, count: lineEnd)
    let start = nonspace + 1
    if line.hasPrefix("!--", at: start) { return .comment }
    if isMDX { return nil }
    switch line[start] {
    case .question: return .instruction
    case .bang:
      if line.hasPrefix("![cdata[", at: start) { return .cdata }
      return line[start + 1].isLetter ? .declaration : nil
    default: return tagBlockStart(line, start, interruptsParagraph: interruptsParagraph)
    }
  }

  private func tagBlockStart(_ line: Bytes, _ start: Int, interruptsParagraph: Bool) -> HTMLBlockEnd? {
    let isClosing = line[start] == .slash
    let nameStart = isClosing ? start + 1 : start
    var nameEnd = nameStart
    while nameEnd < lineEnd, line.base[nameEnd].isAlphanumeric { nameEnd += 1 }
    guard nameEnd > nameStart, line.base[nameStart].isLetter else { return nil }
    let name = line.lowercasedString(nameStart, nameEnd)
    let after = line[nameEnd]
    let endsName = nameEnd >= lineEnd || after.isSpaceOrTab || after == .greater
    if !isClosing, endsName, rawTextElements.contains(name) { return .closingRawTag }
    let endsBlockName = endsName || (after == .slash && line[nameEnd + 1] == .greater && nameEnd + 1 < lineEnd)
    if endsBlockName, blockElements.contains(name) { return .blankLine }
    guard !interruptsParagraph, let end = line.htmlTagEnd(at: nonspace), restIsBlank(from: end) else { return nil }
    return .blankLine
  }
}

private let rawTextElements: Set<String> = ["script", "pre", "style", "textarea"]

private let blockElements: Set<String> = [
  "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd",
  "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
  "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
  "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
  "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
]
