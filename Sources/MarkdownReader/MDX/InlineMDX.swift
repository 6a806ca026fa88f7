import BookModel
import SourceText

/// JSX and expressions in running text (MDX).
extension InlineParser {
  mutating func readTagOrComment() -> Bool {
    if text.hasPrefix("!--", at: position + 1) { return readHTML() }
    let scanner = TagScanner(bytes: text, place: sourceRange)
    guard let (tag, end) = scanner.tag(at: position) else {
      reportStrayAngle()
      return false
    }
    append(.tag(tag), position, end)
    position = end
    return true
  }

  /// MDX would refuse a `<` before a letter that begins no tag.
  private mutating func reportStrayAngle() {
    guard text[position + 1].isLetter else { return }
    findings.note(
      .mdxSyntax, "this `<` begins no tag", at: sourceRange(position, position + 1), notes: ["it is read as text"],
      help: "write `\\<` or `&lt;`")
  }

  mutating func readExpression() -> Bool {
    guard isMDX, let end = text.expressionEnd(at: position) else {
      if isMDX {
        findings.note(
          .mdxSyntax, "this `{` is never closed", at: sourceRange(position, position + 1),
          notes: ["it is read as text"], help: "write `\\{`")
      }
      return false
    }
    append(.expression(text.trimmed(position + 1, end - 1)), position, end)
    position = end
    return true
  }

  /// Puts what stands between an open tag and its partner into the element, innermost first. Tags without a partner
  /// are left as they are: the block around them may hold the other one.
  func pairingTags(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: { $0.openTag != nil }) else { return inlines }
    var stack: [(opening: Inline, content: [Inline])] = []
    var result: [Inline] = []
    func emit(_ inline: Inline) {
      if stack.isEmpty { result.append(inline) } else { stack[stack.count - 1].content.append(inline) }
    }
    for inline in inlines {
      if inline.openTag != nil, stack.count < Nesting.limit {
        stack.append((inline, []))
      } else if let name = inline.closingTag, let index = stack.lastIndex(where: { $0.opening.openTag == name }) {
        while stack.count > index + 1 {
          let unpaired = stack.removeLast()
          emit(asWritten(unpaired.opening))
          unpaired.content.forEach(emit)
        }
        let pair = stack.removeLast()
        emit(pair.opening.element(holding: pair.content, upTo: inline.range))
      } else {
        emit(inline)
      }
    }
    while let unpaired = stack.popLast() {
      emit(asWritten(unpaired.opening))
      unpaired.content.forEach(emit)
    }
    return result
  }

  /// An open tag that found no partner among its siblings, as the text it is.
  private func asWritten(_ opening: Inline) -> Inline {
    Inline(.written(.html(writtenTags[opening.range.start] ?? "")), at: opening.range)
  }
}

extension Inline {
  /// The name of an open tag that waits for its partner.
  fileprivate var openTag: String? {
    guard case .written(.jsx(let element)) = kind, !element.isSelfClosing, element.content.isEmpty else { return nil }
    return element.name
  }

  /// The name in a closing tag.
  fileprivate var closingTag: String? {
    guard case .written(.html(let tag)) = kind, tag.hasPrefix("</") else { return nil }
    return String(tag.dropFirst(2).dropLast())
  }

  fileprivate func element(holding content: [Inline], upTo end: SourceRange) -> Inline {
    guard case .written(.jsx(var element)) = kind else { preconditionFailure("only a tag can hold content") }
    element.content = content
    return Inline(.written(.jsx(element)), at: range.joined(with: end))
  }
}
