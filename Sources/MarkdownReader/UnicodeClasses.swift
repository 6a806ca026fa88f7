/// The classes that decide whether a delimiter run flanks a word (CommonMark 0.31.2 §2.1).
enum CharacterClass {
  case whitespace, punctuation, other

  init(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      self = byte.isWhitespace && byte != 11 ? .whitespace : byte.isPunctuation ? .punctuation : .other
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .whitespace
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      self = .punctuation
    default: self = .other
    }
  }
}

extension Bytes {
  /// The class of the character that begins at an index; the end of the text counts as white space.
  func characterClass(at index: Int) -> CharacterClass {
    guard index < count else { return .whitespace }
    return CharacterClass(scalar(at: index))
  }

  /// The class of the character that ends before an index.
  func characterClass(before index: Int) -> CharacterClass {
    guard index > 0 else { return .whitespace }
    var start = index - 1
    while start > 0, index - start < 4, base[start] & 0xC0 == 0x80 { start -= 1 }
    return CharacterClass(scalar(at: start))
  }

  private func scalar(at index: Int) -> Unicode.Scalar {
    if base[index] < 0x80 { return Unicode.Scalar(base[index]) }
    let piece = UnsafeBufferPointer(start: base + index, count: min(4, count - index))
    var decoder = UTF8()
    var iterator = piece.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return "\u{FFFD}" }
    return scalar
  }
}
