import BookModel
import SourceText

extension JSXTag {
  /// The element of the tag, around some content.
  func element<Content>(_ content: [Content], in text: Bytes, map: SourceMap, file: FileID, scratch: ByteBuffer)
    -> JSXElement<Content>
  {
    let attributes = attributes.map { attribute in
      let value: JSXAttribute.Value
      switch attribute.kind {
      case .flag: value = .flag
      case .string:
        value = .string(text.decodedString(attribute.value, scratch: scratch))
      case .expression, .spread: value = .expression(text.string(attribute.value))
      }
      return JSXAttribute(
        name: text.string(attribute.name), value: value, range: map.range(attribute.start, attribute.end, in: file))
    }
    return JSXElement(
      name: text.string(name), attributes: attributes, content: content, isSelfClosing: isSelfClosing)
  }

  /// An element without a closing tag in HTML, left open as HTML allows; `<img></img>` is closed as JSX wants.
  func isVoid(in text: Bytes) -> Bool {
    guard !isClosing, !isSelfClosing, HTMLNames.void.contains(text, name.lowerBound, name.upperBound) else {
      return false
    }
    let next = text.skippingWhitespace(from: end)
    guard next < text.count, text.base[next] == .less, let partner = text.partner(name, at: next) else { return true }
    return !partner.isClosing
  }
}

extension Bytes {
  /// The piece with character references decoded, and nothing else.
  func decodedString(_ range: Range<Int>, scratch: ByteBuffer) -> String {
    let piece = Bytes(base: base, count: range.upperBound)
    guard range.contains(where: { base[$0] == .ampersand }) else { return string(range) }
    scratch.removeAll()
    var index = range.lowerBound
    while index < range.upperBound {
      if base[index] == .ampersand, let next = piece.decodeEntity(at: index, into: scratch) {
        index = next
      } else {
        scratch.append(base[index])
        index += 1
      }
    }
    return scratch.bytes.string(0, scratch.count)
  }
}
