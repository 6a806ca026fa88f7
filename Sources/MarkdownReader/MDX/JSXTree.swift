import BookModel
import SourceText

extension BlockTree {
  /// An element; an unclosed one is the text of its tag, with its content after it.
  mutating func appendElement(_ index: Int, to result: inout [Block]) {
    let node = nodes[index]
    let start = Int(node.infoStart)
    let content = children(of: index)
    guard node.isClosed, let tag = Bytes(base: source.base, count: Int(node.infoEnd)).jsxTag(at: start) else {
      let range = SourceRange(file: file, start: node.infoStart, end: node.infoEnd)
      let text = Inline(.text(source.string(start, Int(node.infoEnd))), at: range)
      result.append(Block(.paragraph([text]), at: range))
      result.append(contentsOf: content)
      return
    }
    var map = SourceMap()
    map.add(text: 0, file: 0)
    let element = tag.element(content, in: source, map: map, file: file, scratch: inlines.scratch)
    result.append(
      Block(.written(.jsx(element)), at: SourceRange(file: file, start: node.start, end: node.end)))
  }

  /// A paragraph that holds nothing but elements and expressions is no paragraph (`remark-mark-and-unravel`).
  /// - Returns: whether it was one.
  func appendUnraveled(_ content: [Inline], to result: inout [Block]) -> Bool {
    var hasElement = false
    for inline in content {
      switch inline.kind {
      case .written(.jsx), .written(.expression): hasElement = true
      case .written(.html), .softBreak: break
      case .text(let text): guard text.utf8.allSatisfy(\.isWhitespace) else { return false }
      default: return false
      }
    }
    guard hasElement else { return false }
    for inline in content {
      switch inline.kind {
      case .written(.jsx(let element)):
        let blocks = element.content.isEmpty ? [] : [Block(.plain(element.content), at: contentRange(element.content))]
        let block = JSXElement<Block>(
          name: element.name, attributes: element.attributes, content: blocks, isSelfClosing: element.isSelfClosing)
        result.append(Block(.written(.jsx(block)), at: inline.range))
      case .written(.expression(let text)): result.append(Block(.written(.expression(text)), at: inline.range))
      case .written(.html(let text)): result.append(Block(.written(.html(text)), at: inline.range))
      default: break
      }
    }
    return true
  }

  private func contentRange(_ content: [Inline]) -> SourceRange {
    content[0].range.joined(with: content[content.count - 1].range)
  }
}
