/// Counts the pages that TeX says it has shipped, `[12]`, in what it prints.
struct PageCounter {
  private(set) var count = 0
  private var state = State.text

  private enum State {
    case text, bracket, digits
  }

  /// Takes what was printed next.
  /// - Returns: whether a page was among it.
  mutating func read(_ bytes: [UInt8]) -> Bool {
    let before = count
    for byte in bytes {
      switch (state, byte) {
      case (_, UInt8(ascii: "[")): state = .bracket
      case (.bracket, UInt8(ascii: "0")...UInt8(ascii: "9")), (.digits, UInt8(ascii: "0")...UInt8(ascii: "9")):
        state = .digits
      case (.digits, UInt8(ascii: "]")), (.digits, UInt8(ascii: "{")), (.digits, UInt8(ascii: "\n")):
        count += 1
        state = .text
      default: state = .text
      }
    }
    return count > before
  }
}
