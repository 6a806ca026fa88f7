/// A pattern of Docusaurus's `include` and `exclude` (globby's syntax): `*`, `?`, `**`, `{a,b}`.
struct GlobPattern: Sendable {
  private let alternatives: [[[UInt8]]]

  init(_ text: String) {
    alternatives = GlobPattern.expand(Array(text.utf8), depth: 0).map { pattern in
      pattern.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).map(Array.init)
    }
  }

  /// Whether a relative path matches as a whole.
  func matches(_ path: String) -> Bool {
    let segments = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    return alternatives.contains { GlobPattern.match($0[...], segments[...]) }
  }

  /// Every way through the braces; more than a thousand are not looked at.
  private static func expand(_ pattern: [UInt8], depth: Int) -> [[UInt8]] {
    guard depth < 8, let open = pattern.firstIndex(of: UInt8(ascii: "{")),
      let close = pattern[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return [pattern] }
    let choices = pattern[(open + 1)..<close].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let all = choices.flatMap { choice in
      expand(Array(pattern[..<open]) + choice + pattern[(close + 1)...], depth: depth + 1)
    }
    return Array(all.prefix(1000))
  }

  private static func match(_ pattern: ArraySlice<[UInt8]>, _ path: ArraySlice<[UInt8]>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == [UInt8(ascii: "*"), UInt8(ascii: "*")] {
      let rest = pattern.dropFirst()
      if rest.isEmpty { return true }
      return (path.startIndex...path.endIndex).contains { match(rest, path[$0...]) }
    }
    guard let segment = path.first, matchSegment(first[...], segment[...]) else { return false }
    return match(pattern.dropFirst(), path.dropFirst())
  }

  private static func matchSegment(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var pattern = pattern
    var text = text
    var retry: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
    while !text.isEmpty || !pattern.isEmpty {
      if pattern.first == UInt8(ascii: "*") {
        retry = (pattern, text)
        pattern = pattern.dropFirst()
      } else if let wanted = pattern.first, let byte = text.first, wanted == byte || wanted == UInt8(ascii: "?") {
        pattern = pattern.dropFirst()
        text = text.dropFirst()
      } else if let last = retry, !last.text.isEmpty {
        retry = (last.pattern, last.text.dropFirst())
        (pattern, text) = (last.pattern.dropFirst(), last.text.dropFirst())
      } else {
        return false
      }
    }
    return true
  }
}
