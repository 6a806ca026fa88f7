import BookModel
import SourceText

/// What stands in a container of MDX before tags have found their partners.
enum FlowEntry {
  case block(Block)
  case open(JSXElement<Block>, SourceRange)
  case close(String, SourceRange)

  init(_ tag: Tag, at range: SourceRange) {
    switch tag.role {
    case .open: self = .open(tag.emptyElement(), range)
    case .close: self = .close(tag.name, range)
    case .selfClosing: self = .block(Block(.written(.jsx(tag.emptyElement())), at: range))
    }
  }

  var block: Block? { if case .block(let block) = self { block } else { nil } }
}

extension BlockTree {
  /// The entries a paragraph makes that holds markup.
  ///
  /// A paragraph of elements and expressions alone is flow (MDX's `remark-mark-and-unravel`). Tags whose partner
  /// stands in another block divide it, as `<details><summary>Title</summary>` with the rest further down.
  mutating func flow(_ content: [Inline], _ range: SourceRange) -> [FlowEntry] {
    if content.allSatisfy({ $0.isElementOrExpression || $0.isBlankText }) {
      return content.filter { !$0.isBlankText }.map { .block($0.flowBlock) }
    }
    var entries: [FlowEntry] = []
    var run: [Inline] = []
    func endRun() {
      let trimmed = run.trimmingBreaks()
      if let first = trimmed.first, let last = trimmed.last {
        let place = first.range.joined(with: last.range)
        if trimmed.allSatisfy({ $0.isElementOrExpression || $0.isBlankText }) {
          entries += trimmed.filter { !$0.isBlankText }.map { .block($0.flowBlock) }
        } else {
          entries.append(.block(Block(.paragraph(trimmed), at: place)))
        }
      }
      run = []
    }
    for inline in content {
      if let entry = unpaired(inline) {
        endRun()
        entries.append(entry)
      } else {
        run.append(inline)
      }
    }
    endRun()
    return entries
  }

  /// A tag that found no partner in its paragraph.
  private func unpaired(_ inline: Inline) -> FlowEntry? {
    guard case .written(.html(let text)) = inline.kind, !text.hasPrefix("<!") else { return nil }
    let whole = Array(text.utf8)
    return whole.withUnsafeBufferPointer { buffer in
      let scanner = TagScanner(bytes: Bytes(base: buffer.baseAddress!, count: buffer.count)) { start, end in
        SourceRange(file: inline.range.file, start: inline.range.start + UInt32(start), end: inline.range.start + UInt32(end))
      }
      return scanner.tag(at: 0).map { FlowEntry($0.tag, at: inline.range) }
    }
  }

  /// Puts what stands between an open tag and its partner into the element. A tag without partner is reported; what
  /// stands behind an open one to the end of its container is taken as its content.
  mutating func pairingTags(_ entries: [FlowEntry]) -> [Block] {
    var stack: [(element: JSXElement<Block>, range: SourceRange)] = []
    var result: [Block] = []
    func emit(_ block: Block) {
      if stack.isEmpty { result.append(block) } else { stack[stack.count - 1].element.content.append(block) }
    }
    for entry in entries {
      switch entry {
      case .block(let block): emit(block)
      case .open(let element, let range):
        if stack.count < Nesting.limit { stack.append((element, range)) } else { reportDepth(at: range) }
      case .close(let name, let range):
        guard let partner = stack.lastIndex(where: { $0.element.name == name }) else {
          findings.warning(
            .mdxUnclosedTag, "`</\(name)>` closes nothing", at: range, notes: ["it is left out"],
            help: "remove it, or open `<\(name)>` before it in the same list item, quote or directive")
          continue
        }
        while stack.count > partner {
          let (element, start) = stack.removeLast()
          if stack.count > partner { reportUnclosed(element.name, at: start) }
          emit(Block(.written(.jsx(element)), at: start.joined(with: range)))
        }
      }
    }
    while let (element, start) = stack.popLast() {
      reportUnclosed(element.name, at: start)
      emit(Block(.written(.jsx(element)), at: start))
    }
    return result
  }

  private mutating func reportUnclosed(_ name: String, at range: SourceRange) {
    // HTML's void elements need no partner; JSX wants them closed by themselves, which nobody's reader minds.
    guard !voidElements.contains(name) else { return }
    findings.warning(
      .mdxUnclosedTag, "`<\(name)>` is never closed", at: range,
      notes: ["what follows in its container is taken as its content"], help: "write `</\(name)>` where it ends")
  }

  private mutating func reportDepth(at range: SourceRange) {
    findings.warning(
      .nestingTooDeep, "elements nest more than \(Nesting.limit) deep here", at: range, help: "the tag is left out")
  }
}

let voidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
]

extension Inline {
  /// JSX, expressions and raw tags.
  var isMarkup: Bool { if case .written(let written) = kind { written.isMarkup } else { false } }

  fileprivate var isElementOrExpression: Bool {
    switch kind {
    case .written(.jsx), .written(.expression): true
    default: false
    }
  }

  fileprivate var isBlankText: Bool {
    switch kind {
    case .softBreak: true
    case .text(let text): text.utf8.allSatisfy(\.isWhitespace)
    default: false
    }
  }

  /// An element of running text as one of flow: its content stands in it without a paragraph.
  fileprivate var flowBlock: Block {
    switch kind {
    case .written(.expression(let text)): return Block(.written(.expression(text)), at: range)
    case .written(.jsx(let element)):
      let content = element.content.isEmpty ? [] : [Block(.plain(element.content), at: range)]
      let block = JSXElement(
        name: element.name, attributes: element.attributes, content: content, isSelfClosing: element.isSelfClosing)
      return Block(.written(.jsx(block)), at: range)
    default: preconditionFailure("only elements and expressions are flow")
    }
  }
}

extension WrittenInline {
  fileprivate var isMarkup: Bool { if case .directive = self { false } else { true } }
}

extension [Inline] {
  /// Without line endings and blank text at its ends.
  fileprivate func trimmingBreaks() -> [Inline] {
    var slice = self[...]
    while slice.first?.isBlankText == true { slice.removeFirst() }
    while slice.last?.isBlankText == true { slice.removeLast() }
    return Array(slice)
  }
}
