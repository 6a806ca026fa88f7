/// Where a line of a label may break.
enum LineBreaking {
  /// Pieces that stay whole, each with the spaces behind it; their join is the text. Long words are cut so that no
  /// piece is longer than any box.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var length = 0
    func finish() {
      if !word.isEmpty { words.append(word) }
      (word, length) = ("", 0)
    }
    for character in text {
      if let last = word.last, last == " ", character != " " { finish() }
      let isWide = character.unicodeScalars.first.map { GlyphWidth.isWide($0) } ?? false
      if isWide, !word.isEmpty, !isClosing(character) { finish() }
      word.append(character)
      length += 1
      if length >= 40 || (length >= 14 && "/_-.,:;&?=|".contains(character)) { finish() }
    }
    finish()
    return words
  }

  /// Punctuation that no line begins with.
  private static func isClosing(_ character: Character) -> Bool { "、。，．！？：；）」』】》〉”’".contains(character) }
}
