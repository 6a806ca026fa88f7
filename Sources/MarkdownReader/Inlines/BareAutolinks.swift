import BookModel

/// Addresses without angle brackets (GFM §6.9).
extension InlineParser {
  /// `www.` after white space, a line's start, or `*`, `_`, `~`, `(`.
  mutating func readBareHost() -> Bool {
    guard dialect.has(.autolinks), text.hasPrefix("www.", at: position), brackets.isEmpty else { return false }
    if position > 0 {
      let before = text.base[position - 1]
      guard before.isWhitespace || [.asterisk, .underscore, .tilde, .openParenthesis].contains(before) else {
        return false
      }
    }
    guard let domainEnd = text.domainEnd(from: position, allowsShort: false) else { return false }
    let end = text.bareEnd(from: position, domainEnd: domainEnd)
    guard end > position else { return false }
    append(.autolink(destination: "http://" + text.string(position, end)), position, end)
    position = end
    return true
  }

  /// `http://`, `https://` and `ftp://`, found at their colon.
  mutating func readBareURL() -> Bool {
    guard dialect.has(.autolinks), brackets.isEmpty, text.hasPrefix("://", at: position) else { return false }
    var start = position
    while start > 0, text.base[start - 1].isLetter { start -= 1 }
    let piece = Bytes(base: text.base, count: position)
    let scheme = piece.lowercasedString(start, position)
    guard ["http", "https", "ftp"].contains(scheme), last >= 0, case .text = pieces[last].kind,
      pieces[last].end == position, pieces[last].start <= start
    else { return false }
    if position + 3 < text.count, !text.base[position + 3].isAlphanumeric, text.base[position + 3] < 0x80 { return false }
    guard let domainEnd = text.domainEnd(from: position + 3, allowsShort: true) else { return false }
    let end = text.bareEnd(from: start, domainEnd: domainEnd)
    guard end > position + 3 else { return false }
    dropText(from: start)
    append(.autolink(destination: text.string(start, end)), start, end)
    position = end
    return true
  }

  /// An e-mail address, found at its `@`; `mailto:` and `xmpp:` may stand before it.
  mutating func readBareEmail() -> Bool {
    guard dialect.has(.autolinks), brackets.isEmpty, last >= 0, case .text = pieces[last].kind,
      pieces[last].end == position
    else { return false }
    var start = position
    while start > pieces[last].start {
      let byte = text.base[start - 1]
      guard byte.isAlphanumeric || [.dot, .plus, .hyphen, .underscore].contains(byte) else { break }
      start -= 1
    }
    guard start < position, let end = emailEnd() else { return false }
    var address = "mailto:" + text.string(start, end)
    for (scheme, length) in [("mailto:", 7), ("xmpp:", 5)] where start - length >= pieces[last].start {
      let before = Bytes(base: text.base, count: start).lowercasedString(start - length, start)
      if before == scheme {
        start -= length
        address = text.string(start, end)
        break
      }
    }
    dropText(from: start)
    append(.autolink(destination: address), start, end)
    position = end
    return true
  }

  private func emailEnd() -> Int? {
    var index = position + 1
    var dots = 0
    while index < text.count {
      let byte = text.base[index]
      if byte == .dot, index + 1 < text.count, text.base[index + 1].isAlphanumeric {
        dots += 1
      } else if !byte.isAlphanumeric, byte != .hyphen, byte != .underscore {
        break
      }
      index += 1
    }
    guard dots > 0, index > position + 1, text.base[index - 1].isLetter || text.base[index - 1].isDigit,
      text[index] != .at || index >= text.count
    else { return nil }
    return index
  }

  /// Takes text off the end of the last piece.
  private mutating func dropText(from start: Int) {
    pieces[last].end = start
    if pieces[last].start == start { unlink(last) }
  }
}

extension Bytes {
  /// The end of a domain: letters, digits, `-`, `_` and dots, without `_` in the last two labels.
  fileprivate func domainEnd(from start: Int, allowsShort: Bool) -> Int? {
    var index = start
    var dots = 0
    var underscores = (last: 0, beforeLast: 0)
    while index < count {
      let byte = base[index]
      if byte == .underscore {
        underscores.last += 1
      } else if byte == .dot {
        underscores = (0, underscores.last)
        dots += 1
      } else if byte != .hyphen, !byte.isAlphanumeric, byte < 0x80 || characterClass(at: index) != .other {
        break
      }
      index += 1
    }
    guard index > start, underscores.last == 0 && underscores.beforeLast == 0 || dots > 10 else { return nil }
    return allowsShort || dots > 0 ? index : nil
  }

  /// The end of an address: up to white space or `<`, without punctuation that belongs to the sentence.
  fileprivate func bareEnd(from start: Int, domainEnd: Int) -> Int {
    var end = domainEnd
    while end < count, !base[end].isWhitespace, base[end] != .less { end += 1 }
    var balance = 0
    for index in start..<end {
      if base[index] == .openParenthesis { balance += 1 }
      if base[index] == .closeParenthesis { balance -= 1 }
    }
    while end > start {
      switch base[end - 1] {
      case .question, .bang, .dot, UInt8(ascii: ","), .colon, .asterisk, .underscore, .tilde, .apostrophe, .quote:
        end -= 1
      case .closeParenthesis:
        guard balance < 0 else { return end }
        balance += 1
        end -= 1
      case .semicolon:
        var name = end - 2
        while name > start, base[name].isAlphanumeric { name -= 1 }
        end = name < end - 2 && base[name] == .ampersand ? name : end - 1
      default: return end
      }
    }
    return end
  }
}
