import BookModel

extension CodeBlock {
  /// Takes out the comments `highlight-next-line`, `highlight-start` and `highlight-end` that stand alone on their
  /// lines, and stresses the lines they mean.
  mutating func readMagicComments() {
    let bytes = Array(text.utf8)
    guard bytes.contains("highlight-") else { return }
    let styles = CommentStyle.styles(of: language?.lowercased() ?? "")
    var kept: [UInt8] = []
    var lines: [ClosedRange<Int>] = []
    var number = 1
    var start: Int?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      switch MagicComment(line, styles: styles) {
      case .nextLine?: lines.append(number...number)
      case .start?: start = number
      case .end?:
        if let first = start, first < number { lines.append(first...(number - 1)) }
        start = nil
      case nil:
        kept += line
        kept.append(0x0A)
        number += 1
      }
    }
    // The last line feed of the text splits off an empty line of its own.
    if !kept.isEmpty { kept.removeLast() }
    text = String(decoding: kept, as: UTF8.self)
    highlightedLines = lines.joinedRanges
  }
}

private enum MagicComment: String {
  case nextLine = "highlight-next-line"
  case start = "highlight-start"
  case end = "highlight-end"

  init?(_ line: ArraySlice<UInt8>, styles: [CommentStyle]) {
    guard line.count <= 200 else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmed
    for style in styles {
      guard text.hasPrefix(style.open), text.hasSuffix(style.close),
        text.utf8.count >= style.open.utf8.count + style.close.utf8.count
      else { continue }
      let inner = String(text.dropFirst(style.open.count).dropLast(style.close.count)).trimmed
      if let comment = MagicComment(rawValue: inner) {
        self = comment
        return
      }
    }
    return nil
  }
}

/// How a language writes a comment on a line of its own (Docusaurus's `codeBlockUtils`, `commentPatterns`).
private struct CommentStyle {
  var open: String
  var close: String

  init(_ open: String, _ close: String = "") {
    self.open = open
    self.close = close
  }

  static let js = CommentStyle("//")
  static let jsBlock = CommentStyle("/*", "*/")
  static let jsx = CommentStyle("{/*", "*/}")
  static let hash = CommentStyle("#")
  static let html = CommentStyle("<!--", "-->")

  static func styles(of language: String) -> [CommentStyle] {
    switch language {
    case "js", "javascript", "ts", "typescript": [js, jsBlock]
    case "jsx", "tsx": [js, jsBlock, jsx]
    case "html": [js, jsBlock, html]
    case "python", "py", "bash", "sh", "shell", "yaml", "yml", "toml", "ruby", "rb": [hash]
    case "markdown", "md", "mdx": [html, jsx, hash]
    case "latex", "tex", "matlab": [CommentStyle("%")]
    case "lua", "haskell": [CommentStyle("--")]
    case "sql": [CommentStyle("--"), jsBlock]
    case "wasm": [CommentStyle(";;")]
    case "vb", "vba", "vbnet", "visual-basic": [CommentStyle("'"), CommentStyle("REM ")]
    case "batch": [CommentStyle("REM ")]
    case "fsharp": [js, CommentStyle("(*", "*)")]
    case "ocaml", "sml": [CommentStyle("(*", "*)")]
    case "fortran": [CommentStyle("!")]
    case "cobol": [CommentStyle("*>")]
    default: [js, jsBlock, jsx, hash, html]
    }
  }
}
