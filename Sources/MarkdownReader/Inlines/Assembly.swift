import BookModel
import SourceText

/// From the list of pieces to the tree of inlines.
extension InlineParser {
  mutating func assembled() -> [Inline] { inlines(from: first, depth: 0) }

  private mutating func inlines(from start: Int, depth: Int) -> [Inline] {
    var result: [Inline] = []
    var piece = start
    while piece >= 0 {
      if isText(piece) {
        let (inline, next) = joinedText(from: piece)
        if let inline { result.append(inline) }
        piece = next
      } else {
        result.append(Inline(kind(of: piece, depth: depth), at: sourceRange(pieces[piece].start, pieces[piece].end)))
        piece = pieces[piece].next
      }
    }
    return isMDX ? pairingTags(result) : result
  }

  private func isText(_ piece: Int) -> Bool {
    switch pieces[piece].kind {
    case .text, .characters, .delimiters: true
    default: false
    }
  }

  /// Neighbouring text as one string.
  private mutating func joinedText(from start: Int) -> (Inline?, next: Int) {
    var piece = start
    let isAlone = pieces[start].next < 0 || !isText(pieces[start].next)
    if isAlone, !hasOwnCharacters(start) {
      let node = pieces[start]
      let inline = node.start < node.end ? Inline(.text(text.string(node.start, node.end)), at: sourceRange(node.start, node.end)) : nil
      return (inline, node.next)
    }
    scratch.removeAll()
    var end = pieces[start].start
    while piece >= 0, isText(piece) {
      if case .characters(let characters) = pieces[piece].kind {
        scratch.append(characters)
      } else {
        scratch.append(text.base + pieces[piece].start, count: pieces[piece].end - pieces[piece].start)
      }
      end = max(end, pieces[piece].end)
      piece = pieces[piece].next
    }
    let string = scratch.bytes.string(0, scratch.count)
    return (string.isEmpty ? nil : Inline(.text(string), at: sourceRange(pieces[start].start, end)), piece)
  }

  private func hasOwnCharacters(_ piece: Int) -> Bool {
    if case .characters = pieces[piece].kind { true } else { false }
  }

  private mutating func kind(of piece: Int, depth: Int) -> Inline.Kind {
    let node = pieces[piece]
    switch node.kind {
    case .text, .characters, .delimiters: preconditionFailure("text is joined before")
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .code(let code): return .code(code)
    case .math(let tex, let isDisplay): return .math(InlineMath(tex: tex, isDisplay: isDisplay))
    case .html: return .written(.html(text.string(node.start, node.end)))
    case .autolink(let destination): return .link(Link(target: .written(destination), content: addressText(node)))
    case .emphasis: return .emphasis(children(of: piece, depth))
    case .strong: return .strong(children(of: piece, depth))
    case .strikethrough: return .strikethrough(children(of: piece, depth))
    case .link(let destination, let title):
      return .link(Link(target: .written(destination), title: title, content: children(of: piece, depth)))
    case .image(let destination, let title):
      let alternative = children(of: piece, depth).plainText
      return .image(Image(source: .written(destination), alternative: alternative, title: title))
    case .footnoteReference(let label): return .footnoteReference(FootnoteReference(label: label))
    case .directive(let head): return .written(.directive(textDirective(head)))
    case .tag(let tag): return written(tag, node)
    case .expression(let range): return .written(.expression(text.string(range)))
    }
  }

  /// A tag before it has found its partner: an open one as an element without content, a closing one as text.
  private mutating func written(_ tag: Tag, _ node: Piece) -> Inline.Kind {
    if tag.role == .close { return .written(.html("</\(tag.name)>")) }
    if tag.role == .open { writtenTags[sourceRange(node.start, node.end).start] = text.string(node.start, node.end) }
    return .written(.jsx(tag.emptyElement()))
  }

  private func addressText(_ node: Piece) -> [Inline] {
    let isAngled = text.base[node.start] == .less
    let (start, end) = isAngled ? (node.start + 1, node.end - 1) : (node.start, node.end)
    return [Inline(.text(text.string(start, end)), at: sourceRange(start, end))]
  }

  /// The inlines inside a piece; beyond the limit of nesting their text alone.
  private mutating func children(of piece: Int, _ depth: Int) -> [Inline] {
    if depth + 1 < Nesting.limit { return inlines(from: pieces[piece].firstChild, depth: depth + 1) }
    findings.warning(
      .nestingTooDeep, "marks nest more than \(Nesting.limit) deep here",
      at: sourceRange(pieces[piece].start, pieces[piece].end), help: "what lies deeper is read as text")
    return flattened(piece)
  }

  /// The leaves below a piece in reading order, without recursion.
  private func flattened(_ root: Int) -> [Inline] {
    scratch.removeAll()
    var stack = [pieces[root].firstChild]
    while let piece = stack.popLast() {
      guard piece >= 0 else { continue }
      stack.append(pieces[piece].next)
      if pieces[piece].firstChild >= 0 {
        stack.append(pieces[piece].firstChild)
      } else if case .characters(let characters) = pieces[piece].kind {
        scratch.append(characters)
      } else {
        scratch.append(text.base + pieces[piece].start, count: pieces[piece].end - pieces[piece].start)
      }
    }
    let string = scratch.bytes.string(0, scratch.count)
    return string.isEmpty ? [] : [Inline(.text(string), at: sourceRange(pieces[root].start, pieces[root].end))]
  }
}
