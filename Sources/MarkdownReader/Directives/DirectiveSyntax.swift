import BookModel

/// Labels and attributes of directives (micromark-extension-directive).
extension Bytes {
  /// The index behind the `]` that closes a label; brackets inside it are balanced.
  func directiveLabelEnd(at start: Int) -> Int? {
    var index = start + 1
    var depth = 1
    while index < count {
      switch base[index] {
      case .backslash: index += 1
      case .openBracket: depth += 1
      case .closeBracket:
        depth -= 1
        if depth == 0 { return index + 1 }
      case .backtick:
        let run = run(of: .backtick, from: index)
        index = codeEnd(run, from: index + run) ?? index + run
        continue
      default: break
      }
      index += 1
    }
    return nil
  }

  private func codeEnd(_ length: Int, from start: Int) -> Int? {
    var index = start
    while index < count {
      let run = run(of: .backtick, from: index)
      if run == length { return index + run }
      index += max(run, 1)
    }
    return nil
  }

  /// `{#id .class name=value name="value" name}`; several classes are joined.
  func directiveAttributes(at start: Int) -> ([ElementAttribute], end: Int)? {
    var attributes: [ElementAttribute] = []
    var index = start + 1
    while true {
      index = skippingWhitespace(from: index)
      guard index < count else { return nil }
      switch base[index] {
      case .closeBrace: return (attributes, index + 1)
      case .hash, .dot:
        let end = wordEnd(from: index + 1)
        guard end > index + 1 else { return nil }
        attributes.set(base[index] == .hash ? "id" : "class", string(index + 1, end))
        index = end
      default:
        guard let end = namedAttribute(at: index, into: &attributes) else { return nil }
        index = end
      }
    }
  }

  private func wordEnd(from start: Int) -> Int {
    var index = start
    while index < count, !base[index].isWhitespace,
      ![.hash, .dot, .closeBrace, .openBrace, .equals, .quote, .apostrophe].contains(base[index])
    {
      index += 1
    }
    return index
  }

  private func namedAttribute(at start: Int, into attributes: inout [ElementAttribute]) -> Int? {
    guard base[start].isLetter || base[start] == .underscore || base[start] == .colon else { return nil }
    var end = start
    while end < count, base[end].isAlphanumeric || [.underscore, .colon, .hyphen, .dot].contains(base[end]) { end += 1 }
    let name = string(start, end)
    guard self[end] == .equals, end < count else {
      attributes.set(name, "")
      return end
    }
    let value = end + 1
    guard value < count else { return nil }
    if base[value] == .quote || base[value] == .apostrophe {
      var close = value + 1
      while close < count, base[close] != base[value] { close += 1 }
      guard close < count else { return nil }
      attributes.set(name, unescapedString(value + 1, close, scratch: ByteBuffer()))
      return close + 1
    }
    var close = value
    while close < count, !base[close].isWhitespace, base[close] != .closeBrace { close += 1 }
    guard close > value else { return nil }
    attributes.set(name, string(value, close))
    return close
  }
}

extension [ElementAttribute] {
  /// A later value replaces an earlier one, but for classes, which are joined.
  fileprivate mutating func set(_ name: String, _ value: String) {
    if let index = firstIndex(where: { $0.name == name }) {
      self[index].value = name == "class" ? self[index].value + " " + value : value
    } else {
      append(ElementAttribute(name: name, value: value))
    }
  }
}
