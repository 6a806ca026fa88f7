import BookModel

extension InlineParser {
  /// `:name[label]{attributes}` at a colon; without both it is text, so that `10:30` and `:tada:` are.
  mutating func readTextDirective() -> Bool {
    let colon = position
    guard colon == 0 || text.base[colon - 1] != .colon, depth < Nesting.limit / 4,
      let head = text.directiveHead(at: colon + 1), head.label != nil || head.attributes != nil,
      text[head.end] != .colon, text[head.end] != .openParenthesis || head.attributes != nil
    else { return false }
    var node = InlineNode(.directive, colon, head.end)
    node.payload = Int32(directives.count)
    directives.append(head)
    add(node)
    if let label = head.label { readLabel(label, of: Int(last)) }
    position = head.end
    textStart = head.end
    return true
  }

  /// Reads a label into the children of its node.
  private mutating func readLabel(_ label: Range<Int>, of node: Int) {
    let saved = (text, first, last, lastDelimiter, brackets, openTags)
    text = Bytes(base: text.base, count: label.upperBound)
    first = -1
    last = -1
    lastDelimiter = -1
    brackets = []
    openTags = []
    misses.codeSpans = 0
    misses.math = 0
    depth += 1
    readLabelSequence(from: label.lowerBound)
    depth -= 1
    nodes[node].firstChild = first
    nodes[node].lastChild = last
    (text, first, last, lastDelimiter, brackets, openTags) = saved
    misses.codeSpans = 0
    misses.math = 0
  }

  /// A label's delimiters stand above all others, and go with it.
  private mutating func readLabelSequence(from start: Int) {
    let outer = delimiters
    delimiters = []
    readSequence(from: start)
    delimiters = outer
  }
}
