/// A name between double braces in a template: `{{title}}`, `{{#credits}}`, `{{/credits}}`.
struct Tag: Equatable {
  /// Without the sign before it.
  var name: String
  /// The tag with its braces, in bytes.
  var range: Range<Int>
  /// `#`, `/`, `^`, `>`, `!`, `&`, `{`, `=`; nil for a plain name.
  var sign: UInt8?
}

extension [UInt8] {
  /// Every tag of a template, in order. A tag ends on its line.
  var tags: [Tag] {
    var tags: [Tag] = []
    var index = 0
    while index + 1 < count {
      guard self[index] == UInt8(ascii: "{"), self[index + 1] == UInt8(ascii: "{"), let tag = tag(at: index) else {
        index += 1
        continue
      }
      tags.append(tag)
      index = tag.range.upperBound
    }
    return tags
  }

  private func tag(at start: Int) -> Tag? {
    var end = start + 2
    while end + 1 < count, self[end] != UInt8(ascii: "\n") {
      if self[end] == UInt8(ascii: "}"), self[end + 1] == UInt8(ascii: "}") {
        var content = self[(start + 2)..<end].drop { $0 == UInt8(ascii: " ") }
        var sign: UInt8?
        if let first = content.first, "#/^>!&{=".utf8.contains(first) {
          sign = first
          content = content.dropFirst().drop { $0 == UInt8(ascii: " ") }
        }
        while content.last == UInt8(ascii: " ") { content = content.dropLast() }
        let isTriple = sign == UInt8(ascii: "{") && end + 2 < count && self[end + 2] == UInt8(ascii: "}")
        return Tag(
          name: String(decoding: content, as: UTF8.self), range: start..<(end + (isTriple ? 3 : 2)), sign: sign)
      }
      end += 1
    }
    return nil
  }
}
