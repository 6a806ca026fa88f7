import BookModel

extension [Inline] {
  /// Without white space and breaks at the ends, where they show nothing.
  var trimmed: [Inline] {
    var result = self
    while let last = result.last {
      guard let kept = last.withoutSpace(leading: false) else {
        result.removeLast()
        continue
      }
      if let kept = kept.changed { result[result.count - 1] = kept }
      break
    }
    guard let first = result.firstIndex(where: { $0.withoutSpace(leading: true) != nil }) else { return [] }
    if let kept = result[first].withoutSpace(leading: true)?.changed { result[first] = kept }
    return first == 0 ? result : Array(result[first...])
  }

  /// Whether nothing in it can be seen.
  var isBlank: Bool { allSatisfy { $0.withoutSpace(leading: true) == nil } }
}

/// What trimming leaves of an inline: the same, or a shorter one.
private struct Trimmed {
  var changed: Inline?
}

extension Inline {
  /// nil when nothing is left.
  fileprivate func withoutSpace(leading: Bool) -> Trimmed? {
    switch kind {
    case .softBreak, .lineBreak: return nil
    case .text(let text):
      let bytes = text.utf8
      guard let edge = leading ? bytes.first : bytes.last else { return nil }
      guard edge.isSpace else { return Trimmed() }
      let kept = leading ? text.droppingLeadingSpace : text.droppingTrailingSpace
      return kept.isEmpty ? nil : Trimmed(changed: Inline(.text(kept), at: range))
    default: return Trimmed()
    }
  }
}

extension String {
  var droppingLeadingSpace: String { String(Substring(utf8.drop { $0.isSpace })) }

  var droppingTrailingSpace: String {
    guard let last = utf8.lastIndex(where: { !$0.isSpace }) else { return "" }
    return String(Substring(utf8[...last]))
  }

  var trimmed: String { droppingLeadingSpace.droppingTrailingSpace }

  /// Every run of white space as one space, as HTML shows it.
  var collapsingSpace: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var wasSpace = false
    for byte in utf8 {
      if !byte.isSpace {
        result.append(byte)
      } else if !wasSpace {
        result.append(0x20)
      }
      wasSpace = byte.isSpace
    }
    return String(decoding: result, as: UTF8.self)
  }
}
