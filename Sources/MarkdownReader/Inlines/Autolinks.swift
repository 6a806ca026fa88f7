extension Bytes {
  /// The index after an autolink (CommonMark 0.31.2 §6.5) that begins at a `<`.
  func autolinkEnd(at start: Int) -> Int? { uriAutolinkEnd(at: start) ?? emailAutolinkEnd(at: start) }

  func isEmailAutolink(at start: Int) -> Bool { uriAutolinkEnd(at: start) == nil }

  private func uriAutolinkEnd(at start: Int) -> Int? {
    var index = start + 1
    guard index < count, base[index].isLetter else { return nil }
    while index < count,
      base[index].isAlphanumeric || base[index] == .plus || base[index] == .dot || base[index] == .hyphen
    {
      index += 1
    }
    let length = index - start - 1
    guard length >= 2, length <= 32, index < count, base[index] == .colon else { return nil }
    // U+0000 stands for U+FFFD (§2.3), which is no control character.
    while index < count, base[index] > 0x20 || base[index] == 0, base[index] != 0x7F, base[index] != .less,
      base[index] != .greater
    {
      index += 1
    }
    return index < count && base[index] == .greater ? index + 1 : nil
  }

  private func emailAutolinkEnd(at start: Int) -> Int? {
    var index = start + 1
    while index < count, isEmailLocalPart(base[index]) { index += 1 }
    guard index > start + 1, index < count, base[index] == .at else { return nil }
    repeat {
      let label = index + 1
      index = label
      while index < count, base[index].isAlphanumeric || base[index] == .hyphen { index += 1 }
      guard index > label, index - label <= 63, base[label] != .hyphen, base[index - 1] != .hyphen else { return nil }
    } while index < count && base[index] == .dot
    return index < count && base[index] == .greater ? index + 1 : nil
  }

  private func isEmailLocalPart(_ byte: UInt8) -> Bool {
    if byte.isAlphanumeric { return true }
    switch byte {
    case .dot, .bang, .hash, .dollar, UInt8(ascii: "%"), .ampersand, .apostrophe, .asterisk, .plus, .slash, .equals,
      .question, .caret, .underscore, .backtick, .openBrace, .pipe, .closeBrace, .tilde, .hyphen:
      return true
    default: return false
    }
  }
}
