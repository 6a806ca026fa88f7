import BookModel
import SourceText

extension PageLowering {
  /// A fence: a diagram, mathematics, or code with what its info string says (Docusaurus's `codeBlockUtils`).
  func lower(_ code: CodeBlock, at range: SourceRange) -> [Block] {
    switch code.language {
    case "mermaid" where site.rules.hasMermaid:
      return [Block(.diagram(Diagram(language: "mermaid", source: code.text)), at: range)]
    case "dot", "graphviz": return [Block(.diagram(Diagram(language: "dot", source: code.text)), at: range)]
    case "math": return [Block(.math(code.text.droppingTrailingSpace), at: range)]
    default:
      let shown = code.withMeta(site.rules)
      return [code.isPackageCommand ? packageCommands(shown, at: range) : Block(.code(shown), at: range)]
    }
  }

  /// `<CodeBlock language title showLineNumbers metastring>`.
  func codeBlock(_ element: MarkupElement) -> [Block] {
    var code = CodeBlock(
      language: text(of: element["language"]) ?? languageOfClass(element), meta: text(of: element["metastring"]) ?? "",
      text: code(in: element.children))
    code = code.withMeta(site.rules)
    if let title = text(of: element["title"]) { code.title = title }
    switch element["showLineNumbers"] {
    case .flag?: code.firstLineNumber = 1
    case .expression(let text)?:
      switch value(of: text) {
      case .number(let number)?: code.firstLineNumber = Int(exactly: number.rounded())
      case .bool(true)?: code.firstLineNumber = 1
      default: break
      }
    case .string?, nil: break
    }
    return [Block(.code(code), at: element.range)]
  }

  /// `<pre>`: a code block where it holds text alone; its language from `class="language-…"`, as Markdown's own
  /// HTML has it.
  mutating func preformatted(_ element: MarkupElement) -> [Block] {
    var inner = element
    let shown = element.children.filter { !$0.isSpace }
    if shown.count == 1, case .element(let child) = shown[0], child.name == "code" { inner = child }
    var text = inner.children.rawText
    if text.utf8.first == 0x0A { text.removeFirst() }
    guard !text.trimmed.isEmpty else { return [] }
    let language = languageOfClass(inner) ?? languageOfClass(element)
    let code = CodeBlock(language: language, text: text.droppingTrailingSpace + "\n")
    return [Block(.code(code), at: element.range)]
  }

  private func code(in nodes: [MarkupNode]) -> String {
    var text = nodes.rawText
    if text.utf8.first == 0x0A { text.removeFirst() }
    return text.droppingTrailingSpace + "\n"
  }

  private func languageOfClass(_ element: MarkupElement) -> String? {
    let classes = text(of: element["className"] ?? element["class"]) ?? ""
    return classes.split(separator: " ").first { $0.hasPrefix("language-") || $0.hasPrefix("lang-") }.map { name in
      String(name[name.index(after: name.firstIndex(of: "-")!)...])
    }
  }
}

extension CodeBlock {
  /// Whether the info string has the word `npm2yarn`.
  fileprivate var isPackageCommand: Bool { meta.split(separator: " ").contains("npm2yarn") }

  /// With title, line numbers and stressed lines read from the info string and from magic comments, which a range
  /// in the info string switches off.
  func withMeta(_ rules: MarkdownRules) -> CodeBlock {
    var result = self
    let meta = CodeMeta(meta)
    result.title = meta.title
    result.firstLineNumber = meta.firstLineNumber
    if let lines = meta.lines {
      result.highlightedLines = lines
    } else {
      result.readMagicComments(rules.magicComments)
    }
    return result
  }
}

/// What an info string says after the language.
struct CodeMeta: Equatable {
  private(set) var title: String?
  private(set) var firstLineNumber: Int?
  /// nil when no range is given; sorted and joined.
  private(set) var lines: [ClosedRange<Int>]?

  init(_ meta: String) {
    let bytes = Array(meta.utf8)
    guard !bytes.isEmpty else { return }
    title = Self.title(in: bytes)
    firstLineNumber = Self.firstLineNumber(in: meta)
    lines = Self.lines(in: bytes)
  }

  /// `title="…"` or `title='…'`: the first that has both its quotes.
  private static func title(in bytes: [UInt8]) -> String? {
    let mark = Array("title=".utf8)
    for start in bytes.indices where bytes[start...].starts(with: mark) {
      let open = start + mark.count
      guard open < bytes.count, bytes[open] == UInt8(ascii: "\"") || bytes[open] == UInt8(ascii: "'") else { continue }
      guard let close = bytes[(open + 1)...].firstIndex(of: bytes[open]) else { continue }
      return String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
    }
    return nil
  }

  /// `showLineNumbers`, or `showLineNumbers=5`.
  private static func firstLineNumber(in meta: String) -> Int? {
    for word in meta.split(separator: " ") where word.hasPrefix("showLineNumbers") {
      let rest = word.dropFirst("showLineNumbers".count)
      if rest.isEmpty { return 1 }
      if rest.first == "=", let number = Int(rest.dropFirst().filter { $0 != "{" && $0 != "}" }) { return number }
    }
    return nil
  }

  /// The first `{…}` of digits, commas and hyphens.
  private static func lines(in bytes: [UInt8]) -> [ClosedRange<Int>]? {
    for start in bytes.indices where bytes[start] == UInt8(ascii: "{") {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")), end > start + 1 else { continue }
      let inner = bytes[(start + 1)..<end]
      guard inner.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }) else { continue }
      return ranges(String(decoding: inner, as: UTF8.self))
    }
    return nil
  }

  private static func ranges(_ text: String) -> [ClosedRange<Int>] {
    let parts = text.split(separator: ",").compactMap { part -> ClosedRange<Int>? in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2 else { return nil }
      let (low, high) = (max(1, min(first, last)), max(first, last))
      return high >= low ? low...high : nil
    }
    return parts.joinedRanges
  }
}

extension [ClosedRange<Int>] {
  /// In order, those that touch as one.
  var joinedRanges: [ClosedRange<Int>] {
    sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { result, range in
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
  }
}
