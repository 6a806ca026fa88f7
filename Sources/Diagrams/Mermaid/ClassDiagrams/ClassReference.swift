/// What one place of a class diagram says of a class.
struct ClassReference {
  private(set) var name = ""
  private(set) var label: Label?
  private(set) var styles: [String] = []
  private(set) var annotations: [String] = []
  /// Whether nothing stood behind what could be read.
  private(set) var isWhole = true
  private var cursor: Cursor

  /// `` `A b`~T~["Label"]:::style <<interface>> ``; nil where no name stands first.
  init?(_ text: String) {
    cursor = Cursor(text.trimmingSpaces)
    readName()
    guard !name.isEmpty else { return nil }
    readGenerics()
    readRest()
  }

  private mutating func readName() {
    for quote in ["`", "\""] where cursor.starts(with: quote) {
      if let end = cursor.find(quote, from: cursor.index + 1) {
        name = cursor.slice(cursor.index + 1, end)
        cursor.index = end + 1
        return
      }
    }
    name = cursor.take { $0.isLetter || $0.isNumber || "_-.$#@/\\".contains($0) || !$0.isASCII && !$0.isWhitespace }
    // A second word before a generic type, as in `People List~T~`, belongs to the name.
    var ahead = cursor
    ahead.skipSpaces()
    let word = ahead.take { $0.isLetter || $0.isNumber || $0 == "_" }
    if ahead.index > cursor.index, !word.isEmpty, ahead.current == "~" {
      name += " " + word
      cursor.index = ahead.index
    }
  }

  /// `~T~`, as far as tildes go in pairs.
  private mutating func readGenerics() {
    guard cursor.current == "~", let last = cursor.text.lastIndex(of: "~"), last > cursor.index else { return }
    label = Label(plain: Generics.resolved(name + cursor.slice(cursor.index, last + 1)))
    cursor.index = last + 1
  }

  private mutating func readRest() {
    while true {
      cursor.skipSpaces()
      if cursor.take("["), let end = cursor.find("]") {
        label = LabelMarkup.label(cursor.slice(cursor.index, end))
        cursor.index = end + 1
      } else if cursor.take(":::") {
        styles.append(cursor.take { $0.isLetter || $0.isNumber || "_-".contains($0) })
      } else if cursor.starts(with: "<<"), let end = cursor.find(">>") {
        annotations.append(cursor.slice(cursor.index + 2, end).trimmingSpaces)
        cursor.index = end + 2
      } else {
        isWhole = cursor.isAtEnd
        return
      }
    }
  }
}
