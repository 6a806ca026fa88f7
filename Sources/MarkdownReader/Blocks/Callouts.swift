import BookModel
import SourceText

/// Admonitions of Python-Markdown, which mkdocs uses: `!!! note "Title"`, and `??? note` for those that fold; what
/// belongs to one is indented by four columns (https://python-markdown.github.io/extensions/admonition/).
extension BlockParser {
  mutating func openCallout() -> Start {
    let line = cursor.line
    let start = cursor.nonspace
    guard let head = line.calloutHead(at: start), mayNest(at: start) else { return .none }
    let index = addChild(.callout, at: start)
    nodes[index].infoStart = UInt32(head.keyword.lowerBound)
    nodes[index].infoEnd = UInt32(line.trimmed(start, line.count).upperBound)
    nodes[index].end = nodes[index].infoEnd
    cursor.advance(line.count - cursor.position)
    return .container
  }

  mutating func continueCallout() -> Bool {
    if cursor.isBlank {
      cursor.advanceToNonspace()
      return true
    }
    guard cursor.indent >= 4 else { return false }
    cursor.advance(columns: 4)
    return true
  }
}

extension BlockTree {
  mutating func callout(_ index: Int) -> Block.Kind {
    let node = nodes[index]
    let line = Bytes(base: source.base, count: Int(node.infoEnd))
    let blocks = children(of: index)
    guard let head = line.calloutRest(from: Int(node.infoStart)) else { return .quote(blocks) }
    let keyword = source.string(head.keyword).lowercased()
    let title = head.title.flatMap { $0.isEmpty ? nil : content(in: $0) }
    let (style, own) = CalloutKeywords.meaning(of: keyword)
    let shown = title ?? own.map { [Inline(.text($0), at: SourceRange(file: file, head.keyword))] }
    return .admonition(Admonition(style: style, keyword: style.rawValue, title: shown, blocks: blocks))
  }
}

extension Bytes {
  struct CalloutHead {
    var keyword: Range<Int>
    /// Between the quotes; nil without them.
    var title: Range<Int>?
  }

  /// `!!! note`, `??? note` or `???+ note` at the head of a line.
  fileprivate func calloutHead(at start: Int) -> CalloutHead? {
    let mark = self[start]
    guard run(of: mark, from: start) == 3 else { return nil }
    var index = start + 3
    if mark == .question, self[index] == .plus { index += 1 }
    return calloutRest(from: skippingSpaces(from: index))
  }

  /// The keyword, further words that say how it stands, and the title in quotes.
  fileprivate func calloutRest(from start: Int) -> CalloutHead? {
    var index = start
    var keyword: Range<Int>?
    while index < count, isCalloutWord(self[index]) {
      let word = index
      while index < count, isCalloutWord(self[index]) { index += 1 }
      if keyword == nil { keyword = word..<index }
      index = skippingSpaces(from: index)
    }
    guard let keyword else { return nil }
    guard index < count else { return CalloutHead(keyword: keyword) }
    let end = trimmed(index, count).upperBound
    guard self[index] == .quote, end > index + 1, self[end - 1] == .quote else { return nil }
    return CalloutHead(keyword: keyword, title: (index + 1)..<(end - 1))
  }

  private func isCalloutWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == .hyphen || byte == .underscore }
}

/// What the types of Material for mkdocs mean here, with the title of those that have no kind of their own.
enum CalloutKeywords {
  static func meaning(of keyword: String) -> (style: Admonition.Style, title: String?) {
    if let style = Admonition.Style(rawValue: keyword) { return (style, nil) }
    let title = String(keyword.prefix(1)).uppercased() + keyword.dropFirst()
    switch keyword {
    case "hint", "success", "check", "done", "example": return (.tip, title)
    case "important", "attention", "question", "help", "faq": return (.warning, title)
    case "error", "failure", "fail", "missing", "bug": return (.danger, title)
    case "seealso", "abstract", "summary", "tldr", "todo", "quote", "cite": return (.info, title)
    default: return (.note, title)
    }
  }
}
