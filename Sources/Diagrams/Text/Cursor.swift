/// A place in a line that is read letter by letter.
struct Cursor: Sendable {
  let text: [Character]
  var index = 0

  init(_ text: String) { self.text = Array(text) }

  var isAtEnd: Bool { index >= text.count }
  var current: Character? { index < text.count ? text[index] : nil }

  /// The letter some places further.
  func ahead(_ distance: Int) -> Character? {
    index + distance >= 0 && index + distance < text.count ? text[index + distance] : nil
  }

  /// Whether a string stands here.
  func starts(with string: String) -> Bool {
    var place = index
    for character in string {
      guard place < text.count, text[place] == character else { return false }
      place += 1
    }
    return true
  }

  /// Steps over a string if it stands here.
  mutating func take(_ string: String) -> Bool {
    guard starts(with: string) else { return false }
    index += string.count
    return true
  }

  mutating func skipSpaces() {
    while let character = current, character.isWhitespace { index += 1 }
  }

  /// Steps over letters as long as they pass.
  mutating func take(while passes: (Character) -> Bool) -> String {
    let start = index
    while let character = current, passes(character) { index += 1 }
    return String(text[start..<index])
  }

  /// What is left of the line.
  var rest: String { String(text[min(index, text.count)...]) }

  /// The letters from one place to another.
  func slice(_ start: Int, _ end: Int) -> String { start < end ? String(text[start..<min(end, text.count)]) : "" }

  /// Where a string stands next, at or behind this place.
  func find(_ string: String, from start: Int? = nil) -> Int? {
    let needle = Array(string)
    guard !needle.isEmpty, text.count >= needle.count else { return nil }
    var place = start ?? index
    while place + needle.count <= text.count {
      if text[place] == needle[0], Array(text[place..<(place + needle.count)]) == needle { return place }
      place += 1
    }
    return nil
  }
}
