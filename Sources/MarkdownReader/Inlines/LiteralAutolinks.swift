import BookModel

/// Addresses without brackets (GFM §6.9), as cmark-gfm reads them.
extension InlineParser {
  /// `www.` at a `w`.
  mutating func readWWW() {
    guard text.hasPrefix("www.", at: position), text[position] == UInt8(ascii: "w"), brackets.isEmpty,
      position == 0 || isAutolinkBoundary(text.base[position - 1]),
      let end = text.literalAutolinkEnd(at: position, domain: position, allowsShort: false), end > position + 4
    else {
      position += 1
      return
    }
    addLiteral(position, end)
  }

  private func isAutolinkBoundary(_ byte: UInt8) -> Bool {
    byte.isWhitespace || byte == .asterisk || byte == .underscore || byte == .tilde || byte == .openParenthesis
  }

  /// What a `:` belongs to: an address, or a text directive.
  mutating func readColon() {
    if dialect.has(.autolinks), readSchemeAddress() { return }
    if dialect.has(.directives), readTextDirective() { return }
    position += 1
  }

  private mutating func readSchemeAddress() -> Bool {
    guard text.hasPrefix("//", at: position + 1), brackets.isEmpty,
      text[position + 3].isAlphanumeric || text[position + 3] >= 0x80
    else { return false }
    var start = position
    while start > textStart, text.base[start - 1].isLetter { start -= 1 }
    let length = position - start
    guard
      (length == 4 && text.hasPrefix("http", at: start)) || (length == 5 && text.hasPrefix("https", at: start))
        || (length == 3 && text.hasPrefix("ftp", at: start)),
      let end = text.literalAutolinkEnd(at: start, domain: position + 3, allowsShort: true)
    else { return false }
    addLiteral(start, end)
    return true
  }

  private mutating func addLiteral(_ start: Int, _ end: Int) {
    flushText(to: start)
    var node = InlineNode(.autolink, start, end)
    node.innerStart = Int32(start)
    node.innerEnd = Int32(end)
    add(node)
  }
}

extension Bytes {
  /// The index after an address whose domain begins at `domain`.
  func literalAutolinkEnd(at start: Int, domain: Int, allowsShort: Bool) -> Int? {
    guard let domainEnd = domainEnd(at: domain, allowsShort: allowsShort) else { return nil }
    var end = domainEnd
    while end < count, !base[end].isWhitespace, base[end] != .less { end += 1 }
    end = trimmedAutolinkEnd(start, end)
    return end > domain ? end : nil
  }

  private func domainEnd(at start: Int, allowsShort: Bool) -> Int? {
    var index = start
    var dots = 0
    var underscoresInLast = 0
    var underscoresBefore = 0
    while index < count {
      let byte = base[index]
      if byte == .underscore {
        underscoresInLast += 1
      } else if byte == .dot {
        guard index > start || !allowsShort else { break }
        underscoresBefore = underscoresInLast
        underscoresInLast = 0
        dots += 1
      } else if byte != .hyphen, !isDomainCharacter(at: index) {
        break
      }
      index += 1
    }
    guard underscoresInLast == 0, underscoresBefore == 0 || dots > 10 else { return nil }
    guard index > start, allowsShort || dots > 0 else { return nil }
    return index
  }

  /// cmark-gfm counts every character into a domain that is neither white space nor punctuation.
  private func isDomainCharacter(at index: Int) -> Bool {
    let byte = base[index]
    if byte < 0x80 { return byte.isAlphanumeric || (byte < 0x20 && !byte.isWhitespace) || byte == 0x7F }
    if byte & 0xC0 == 0x80 { return true }
    return characterClass(at: index) == .other
  }

  /// Takes off what more likely belongs to the sentence: punctuation, an unmatched `)`, an entity.
  private func trimmedAutolinkEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    var opening = 0
    var closing = 0
    for index in start..<end {
      if base[index] == .openParenthesis { opening += 1 }
      if base[index] == .closeParenthesis { closing += 1 }
    }
    while end > start {
      switch base[end - 1] {
      case .closeParenthesis:
        guard closing > opening else { return end }
        closing -= 1
        end -= 1
      case .question, .bang, .dot, UInt8(ascii: ","), .colon, .asterisk, .underscore, .tilde, .apostrophe, .quote:
        end -= 1
      case .semicolon:
        var name = end - 2
        while name > start, base[name].isLetter { name -= 1 }
        end = name < end - 2 && base[name] == .ampersand ? name : end - 1
      default: return end
      }
    }
    return end
  }
}

/// E-mail addresses in text that was otherwise read to its end.
struct EmailAddresses {
  /// The next address in `text` at or after `start`, with the scheme `mailto:` or `xmpp:` where it has one.
  static func next(in text: Bytes, from start: Int) -> (range: Range<Int>, hasScheme: Bool)? {
    var search = start
    while search < text.count {
      guard text.base[search] == .at else {
        search += 1
        continue
      }
      var first = search
      while first > start, isLocalPart(text.base[first - 1]) { first -= 1 }
      let (schemeStart, isChat) = scheme(in: text, before: first, from: start)
      if first < search, let end = domainEnd(in: text, after: search, isChat: isChat) {
        return (schemeStart..<end, schemeStart < first)
      }
      search += 1
    }
    return nil
  }

  /// Where a scheme begins that ends before `first`; `first` itself when there is none.
  private static func scheme(in text: Bytes, before first: Int, from start: Int) -> (start: Int, isChat: Bool) {
    let isChat = first - start >= 5 && text.hasPrefix("xmpp:", at: first - 5)
    let isMail = first - start >= 7 && text.hasPrefix("mailto:", at: first - 7)
    guard isChat || isMail else { return (first, false) }
    let begin = first - (isChat ? 5 : 7)
    return begin > start && text.base[begin - 1].isAlphanumeric ? (first, false) : (begin, isChat)
  }

  private static func isLocalPart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == .dot || byte == .plus || byte == .hyphen || byte == .underscore
  }

  private static func domainEnd(in text: Bytes, after at: Int, isChat: Bool) -> Int? {
    var end = at + 1
    var dots = 0
    while end < text.count {
      let byte = text.base[end]
      if byte == .dot, end + 1 < text.count, text.base[end + 1].isAlphanumeric {
        dots += 1
      } else if isChat, byte == .slash, dots > 0 {
        // A chat address may name a resource.
      } else if !byte.isAlphanumeric, byte != .hyphen, byte != .underscore {
        if byte == .at { return nil }
        break
      }
      end += 1
    }
    guard end - at >= 2, dots > 0, text.base[end - 1].isLetter || text.base[end - 1] == .dot else { return nil }
    return end
  }
}
