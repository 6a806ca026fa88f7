import BookModel
import SourceText

/// From nodes to the model's inlines.
extension InlineParser {
  /// The inlines of a list of nodes; neighbouring texts become one.
  mutating func inlines(from start: Int32, depth: Int, isInLink: Bool) -> [Inline] {
    var result: [Inline] = []
    var count = 0
    var index = start
    while index >= 0 {
      count += 1
      index = nodes[Int(index)].next
    }
    result.reserveCapacity(count)
    appendInlines(from: start, depth: depth, isInLink: isInLink, to: &result)
    return result
  }

  private mutating func appendInlines(from start: Int32, depth: Int, isInLink: Bool, to result: inout [Inline]) {
    var index = start
    while index >= 0 {
      let node = nodes[Int(index)]
      switch node.kind {
      case .text, .entity:
        index = appendText(from: index, isInLink: isInLink, to: &result)
        continue
      case .emphasis, .strong, .strikethrough, .link, .jsx, .directive:
        if depth >= Nesting.limit, node.firstChild >= 0 {
          reportNesting(at: Int(node.start))
          flatten(Int(index))
        } else {
          result.append(nested(node, depth: depth + 1, isInLink: isInLink))
        }
      default: result.append(Inline(leaf(node), at: range(Int(node.start), Int(node.end))))
      }
      index = nodes[Int(index)].next
    }
  }

  /// Puts a node's children after it, in place of itself.
  private mutating func flatten(_ index: Int) {
    let node = nodes[index]
    nodes[Int(node.lastChild)].next = node.next
    nodes[index].next = node.firstChild
  }

  private mutating func nested(_ node: InlineNode, depth: Int, isInLink: Bool) -> Inline {
    let content = inlines(from: node.firstChild, depth: depth, isInLink: isInLink || node.kind == .link)
    let kind: Inline.Kind
    switch node.kind {
    case .emphasis: kind = .emphasis(content)
    case .strong: kind = .strong(content)
    case .strikethrough: kind = .strikethrough(content)
    case .link:
      let target = targets[Int(node.payload)]
      kind = .link(Link(target: .written(target.destination), title: target.title, content: content))
    case .jsx:
      kind = .written(
        .jsx(tags[Int(node.payload)].element(content, in: text, map: map, file: file, scratch: scratch)))
    default:
      let head = directives[Int(node.payload)]
      kind = .written(
        .directive(
          TextDirective(
            name: text.string(head.name), label: head.label == nil ? nil : content,
            attributes: head.attributes.map { text.directiveAttributes($0, scratch: scratch) } ?? [])))
    }
    return Inline(kind, at: range(Int(node.start), Int(node.end)))
  }

  private mutating func leaf(_ node: InlineNode) -> Inline.Kind {
    let start = Int(node.innerStart)
    let end = Int(node.innerEnd)
    switch node.kind {
    case .lineBreak: return .lineBreak
    case .code: return .code(spanText(start, end))
    case .math: return .math(InlineMath(tex: spanText(start, end), isDisplay: node.flag))
    case .html: return .written(.html(text.string(Int(node.start), Int(node.end))))
    case .expression: return .written(.expression(text.string(start, end)))
    case .footnote: return .footnoteReference(FootnoteReference(label: text.normalizedLabel(start, end)))
    case .image:
      let target = targets[Int(node.payload)]
      return .image(
        Image(
          source: .written(target.destination), alternative: plainText(node.firstChild), title: target.title))
    case .autolink: return .link(autolink(node))
    case .softBreak, .text, .entity, .emphasis, .strong, .strikethrough, .link, .jsx, .directive:
      return .softBreak
    }
  }

  private func autolink(_ node: InlineNode) -> Link {
    let start = Int(node.innerStart)
    let end = Int(node.innerEnd)
    let address = text.string(start, end)
    let isBracketed = start > Int(node.start)
    let target: String
    if isBracketed {
      target = node.flag ? "mailto:" + address : address
    } else {
      target = text.hasPrefix("www.", at: start) ? "http://" + address : address
    }
    return Link(target: .written(target), content: [Inline(.text(address), at: range(start, end))])
  }

  /// The text of an image's description: its content without marks.
  private mutating func plainText(_ start: Int32) -> String {
    var result = ""
    var stack = [start]
    while let index = stack.popLast() {
      guard index >= 0 else { continue }
      let node = nodes[Int(index)]
      stack.append(node.next)
      switch node.kind {
      case .text: result += text.string(Int(node.start), Int(node.end))
      case .entity: result += decoded.bytes.string(Int(node.innerStart), Int(node.innerEnd))
      case .softBreak, .lineBreak: result += "\n"
      case .code, .math: result += spanText(Int(node.innerStart), Int(node.innerEnd))
      case .autolink: result += text.string(Int(node.innerStart), Int(node.innerEnd))
      case .emphasis, .strong, .strikethrough, .link, .image, .jsx, .directive: stack.append(node.firstChild)
      case .html: result += text.string(Int(node.start), Int(node.end))
      case .expression, .footnote: break
      }
    }
    return result
  }

  /// Appends one inline of the text nodes that follow each other.
  /// - Returns: the node after them.
  private mutating func appendText(from start: Int32, isInLink: Bool, to result: inout [Inline]) -> Int32 {
    let first = nodes[Int(start)]
    var end = first.end
    var index = first.next
    var isContiguous = first.kind == .text
    while index >= 0 {
      let node = nodes[Int(index)]
      guard node.kind == .text || node.kind == .entity else { break }
      if node.kind == .entity || node.start != end { isContiguous = isContiguous && node.start == node.end }
      if node.start < node.end { end = node.end }
      index = node.next
    }
    guard first.start < end else { return index }
    let piece: Bytes
    var offset = 0
    if isContiguous {
      piece = Bytes(base: text.base, count: Int(end))
      offset = Int(first.start)
    } else {
      piece = gatherText(from: start, to: index)
    }
    if dialect.has(.autolinks), !isInLink, hasAt(piece, from: offset) {
      appendAddresses(piece, from: offset, isContiguous: isContiguous, first.start, end, to: &result)
    } else {
      result.append(Inline(.text(piece.string(offset, piece.count)), at: range(Int(first.start), Int(end))))
    }
    return index
  }

  private func hasAt(_ piece: Bytes, from start: Int) -> Bool {
    UnsafeBufferPointer(start: piece.base + start, count: piece.count - start).contains(.at)
  }

  private func gatherText(from start: Int32, to end: Int32) -> Bytes {
    scratch.removeAll()
    var index = start
    while index != end {
      let node = nodes[Int(index)]
      if node.kind == .text {
        scratch.append(text.base + Int(node.start), count: Int(node.end - node.start))
      } else {
        scratch.append(decoded.base + Int(node.innerStart), count: Int(node.innerEnd - node.innerStart))
      }
      index = node.next
    }
    return scratch.bytes
  }

  /// Text with its e-mail addresses as links. Where the text was gathered their ranges are the whole text's.
  private mutating func appendAddresses(
    _ piece: Bytes, from offset: Int, isContiguous: Bool, _ start: Int32, _ end: Int32, to result: inout [Inline]
  ) {
    func place(_ from: Int, _ to: Int) -> SourceRange {
      isContiguous ? range(from, to) : range(Int(start), Int(end))
    }
    var done = offset
    while let (address, hasScheme) = EmailAddresses.next(in: piece, from: done) {
      if address.lowerBound > done {
        result.append(Inline(.text(piece.string(done, address.lowerBound)), at: place(done, address.lowerBound)))
      }
      let name = piece.string(address)
      let whole = place(address.lowerBound, address.upperBound)
      result.append(
        Inline(
          .link(
            Link(target: .written(hasScheme ? name : "mailto:" + name), content: [Inline(.text(name), at: whole)])),
          at: whole))
      done = address.upperBound
    }
    if done < piece.count {
      result.append(Inline(.text(piece.string(done, piece.count)), at: place(done, piece.count)))
    }
  }
}
