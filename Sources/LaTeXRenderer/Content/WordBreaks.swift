/// Where a long word may break without a hyphen: behind punctuation inside of it, before a capital behind a small
/// letter, and where nothing else helps after a number of letters.
struct WordBreaks {
  /// How good a place is.
  enum Place {
    /// Behind the slash of an address or a path.
    case good
    /// Behind other punctuation, or before a capital.
    case fair
    /// Between any two letters.
    case poor

    /// The class's command, each with a penalty of its own.
    var command: StaticString {
      switch self {
      case .good: "\\hpbk{}"
      case .fair: "\\hpbkfair{}"
      case .poor: "\\hpbkpoor{}"
      }
    }
  }

  private let limit: Int
  private let isCode: Bool
  private var sinceBreak = 0
  private var previous: UInt8 = 0x20

  init(isCode: Bool) {
    self.isCode = isCode
    limit = isCode ? 12 : 24
  }

  mutating func reset() {
    sinceBreak = 0
    previous = 0x20
  }

  /// Told every byte in turn.
  mutating func place(before byte: UInt8) -> Place? {
    defer { previous = byte }
    guard byte != UInt8(ascii: " ") else {
      sinceBreak = 0
      return nil
    }
    defer { sinceBreak += 1 }
    guard sinceBreak >= 3 || (isCode && sinceBreak >= 2), let place = found(before: byte) else { return nil }
    sinceBreak = 0
    return place
  }

  private func found(before byte: UInt8) -> Place? {
    let isInNumber = byte.isASCIIDigit && (previous == UInt8(ascii: ",") || previous == UInt8(ascii: "."))
    if !isInNumber, WordBreaks.marks.contains(previous), byte.isASCIILetter || byte.isASCIIDigit || isCode {
      return previous == UInt8(ascii: "/") || !isCode && previous == UInt8(ascii: "-") ? .good : .fair
    }
    let isCapital = previous.isASCIILower && byte.isASCIIUpper && sinceBreak >= (isCode ? 4 : 8)
    if isCapital { return .fair }
    return sinceBreak >= limit ? .poor : nil
  }

  private static let marks = Set("/._-:=&?,)]}@;|+\\>".utf8)
}
