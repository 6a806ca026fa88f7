import BookModel

extension CodeBlock {
  /// Takes out the site's magic comments that stand alone on their lines, and stresses the lines they mean.
  mutating func readMagicComments(_ comments: [MagicComment]) {
    let bytes = Array(text.utf8)
    let words = comments.flatMap { [$0.line, $0.start, $0.end] }.compactMap { $0 }
    guard words.contains(where: { bytes.holds($0) }) else { return }
    let styles = CommentStyle.styles(of: language?.lowercased() ?? "")
    var kept: [UInt8] = []
    var marks = LineMarks()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let word = CommentStyle.comment(in: line, styles: styles), marks.read(word, of: comments) { continue }
      kept += line
      kept.append(0x0A)
      marks.number += 1
    }
    // The last line feed of the text splits off an empty line of its own.
    if !kept.isEmpty { kept.removeLast() }
    text = String(decoding: kept, as: UTF8.self)
    highlightedLines = marks.lines.map(\.range).joinedRanges
    addedLines = marks.lines.filter { $0.kind == .added }.map(\.range).joinedRanges
    removedLines = marks.lines.filter { $0.kind == .removed }.map(\.range).joinedRanges
  }
}

/// The lines that magic comments mean, as they are read.
private struct LineMarks {
  enum Kind {
    case highlighted, added, removed

    /// As far as a class name tells: sites have no common names for these.
    init(className: String) {
      let name = className.lowercased()
      if ["remove", "delete", "deletion", "error", "wrong", "minus", "bad"].contains(where: name.contains) {
        self = .removed
      } else if ["add", "insert", "success", "plus", "good", "new-line"].contains(where: name.contains) {
        self = .added
      } else {
        self = .highlighted
      }
    }
  }

  /// The number of the next line that stays.
  var number = 1
  var lines: [(range: ClosedRange<Int>, kind: Kind)] = []
  private var starts: [String: Int] = [:]

  /// Whether a comment is one of the site's.
  mutating func read(_ word: String, of comments: [MagicComment]) -> Bool {
    guard let comment = comments.first(where: { [$0.line, $0.start, $0.end].contains(word) }) else { return false }
    let kind = Kind(className: comment.className)
    if word == comment.line {
      lines.append((number...number, kind))
    } else if word == comment.start {
      starts[comment.className] = number
    } else if let first = starts.removeValue(forKey: comment.className), first < number {
      lines.append((first...(number - 1), kind))
    }
    return true
  }
}

extension [UInt8] {
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let head = wanted.first else { return false }
    var rest = self[...]
    while let found = rest.firstIndex(of: head) {
      rest = rest[found...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
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

  /// What the comment says that is all there is on a line.
  static func comment(in line: ArraySlice<UInt8>, styles: [CommentStyle]) -> String? {
    guard line.count <= 200 else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmed
    for style in styles where text.hasPrefix(style.open) && text.hasSuffix(style.close) {
      guard text.utf8.count >= style.open.utf8.count + style.close.utf8.count else { continue }
      return String(text.dropFirst(style.open.count).dropLast(style.close.count)).trimmed
    }
    return nil
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
    case "elm", "ada", "vhdl", "applescript": [CommentStyle("--")]
    case "clojure", "clj", "lisp", "scheme", "racket", "asm", "nasm", "ini":
      [CommentStyle(";;"), CommentStyle(";"), hash]
    case "erlang", "prolog": [CommentStyle("%%"), CommentStyle("%")]
    case "vim": [CommentStyle("\"")]
    case "xml", "svg", "vue", "svelte", "markup": [html, js, jsBlock, jsx]
    case "sql": [CommentStyle("--"), jsBlock]
    case "wasm": [CommentStyle(";;")]
    case "vb", "vba", "vbnet", "visual-basic", "basic": [CommentStyle("'"), CommentStyle("REM "), CommentStyle("rem ")]
    case "batch", "bat", "cmd": [CommentStyle("REM "), CommentStyle("rem "), CommentStyle("::")]
    case "fsharp": [js, CommentStyle("(*", "*)")]
    case "ocaml", "sml": [CommentStyle("(*", "*)")]
    case "fortran": [CommentStyle("!")]
    case "cobol": [CommentStyle("*>")]
    default: [js, jsBlock, jsx, hash, html]
    }
  }
}
