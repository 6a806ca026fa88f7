extension String {
  /// Without `%% …` at its end.
  var withoutComment: String {
    guard let start = range(of: "%%"), start.lowerBound > startIndex, self[index(before: start.lowerBound)].isWhitespace
    else { return self }
    return String(self[..<start.lowerBound]).trimmingSpaces
  }
}

extension Substring {
  /// Where a string stands first; nil where it does not.
  func range(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
