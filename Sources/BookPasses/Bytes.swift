extension BidirectionalCollection where Element == UInt8 {
  /// Where a text of ASCII first stands at or after a place; nil when it does not.
  func firstIndex(of text: StaticString, from start: Index? = nil) -> Index? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let head = wanted.first else { return nil }
    var rest = self[(start ?? startIndex)...]
    while let found = rest.firstIndex(of: head) {
      rest = rest[found...]
      if rest.starts(with: wanted) { return found }
      rest = rest.dropFirst()
    }
    return nil
  }

  func contains(_ text: StaticString) -> Bool { firstIndex(of: text) != nil }
}

extension UInt8 {
  /// White space as HTML has it: space, tab, line feed, form feed, carriage return.
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
