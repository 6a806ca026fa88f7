import BookModel
import SourceText

/// `:name[label]{attributes}` before its label is read.
struct TextDirectiveHead {
  var name: String
  var label: Range<Int>?
  var attributes: [ElementAttribute]
}

extension InlineParser {
  /// A name alone is text, so that `10:30` and `:tada:` stay what they are (Docusaurus turns them back, too).
  mutating func readTextDirective() -> Bool {
    guard dialect.has(.directives), position + 1 < text.count, text.base[position + 1].isLetter,
      position == 0 || text.base[position - 1] != .colon
    else { return false }
    var index = position + 1
    while index < text.count, text.base[index].isAlphanumeric || text.base[index] == .hyphen || text.base[index] == .underscore {
      index += 1
    }
    var head = TextDirectiveHead(name: text.string(position + 1, index), label: nil, attributes: [])
    let nameEnd = index
    if text[index] == .openBracket, index < text.count, let close = text.directiveLabelEnd(at: index) {
      head.label = index + 1..<close - 1
      index = close
    }
    if text[index] == .openBrace, index < text.count, let (attributes, close) = text.directiveAttributes(at: index) {
      head.attributes = attributes
      index = close
    }
    guard index > nameEnd else { return false }
    append(.directive(head), position, index)
    position = index
    return true
  }

  mutating func textDirective(_ head: TextDirectiveHead) -> TextDirective {
    let label = head.label.map { range -> [Inline] in
      var parser = self
      parser.findings = Findings()
      let content = parser.inlines(of: GatheredText(range, within: gathered))
      findings.append(parser.findings)
      return content
    }
    return TextDirective(name: head.name, label: label, attributes: head.attributes)
  }
}
