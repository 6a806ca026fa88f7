/// The arrows of sequence diagrams (Mermaid documentation, "Supported Arrow Types", "Half-Arrows").
enum SequenceArrows {
  typealias Arrow = SequenceDiagram.Arrow

  /// The arrow of a message and where it stands. Only what stands before the first colon is looked at; an arrow with a
  /// point goes before one that could be part of a name (`my-xray->>Bob`).
  static func find(in text: String) -> (arrow: Arrow, range: Range<String.Index>)? {
    let head = text[..<(text.firstIndex(of: ":") ?? text.endIndex)]
    return first(of: pointed, in: head) ?? first(of: others, in: head)
  }

  private static func first(
    of tokens: [(String, Arrow)], in text: Substring
  ) -> (arrow: Arrow, range: Range<String.Index>)? {
    var index = text.startIndex
    while index < text.endIndex {
      if "<-/\\".contains(text[index]) {
        for (token, arrow) in tokens where text[index...].hasPrefix(token) {
          return (arrow, index..<text.index(index, offsetBy: token.count))
        }
      }
      text.formIndex(after: &index)
    }
    return nil
  }

  /// Longer ones first.
  private static let pointed: [(String, Arrow)] = [
    ("<<-->>", Arrow(isDotted: true, tail: .filled, head: .filled)), ("<<->>", Arrow(tail: .filled, head: .filled)),
    ("-->>", Arrow(isDotted: true, head: .filled)), ("->>", Arrow(head: .filled)), ("-->", Arrow(isDotted: true)),
    ("->", Arrow()),
  ]

  private static let others: [(String, Arrow)] = [
    ("--|\\", Arrow(isDotted: true, head: .upperHalf)), ("-|\\", Arrow(head: .upperHalf)),
    ("--|/", Arrow(isDotted: true, head: .lowerHalf)), ("-|/", Arrow(head: .lowerHalf)),
    ("/|--", Arrow(isDotted: true, tail: .upperHalf)), ("/|-", Arrow(tail: .upperHalf)),
    ("\\|--", Arrow(isDotted: true, tail: .lowerHalf)), ("\\|-", Arrow(tail: .lowerHalf)),
    ("--\\\\", Arrow(isDotted: true, head: .upperBarb)), ("-\\\\", Arrow(head: .upperBarb)),
    ("--//", Arrow(isDotted: true, head: .lowerBarb)), ("-//", Arrow(head: .lowerBarb)),
    ("//--", Arrow(isDotted: true, tail: .upperBarb)), ("//-", Arrow(tail: .upperBarb)),
    ("\\\\--", Arrow(isDotted: true, tail: .lowerBarb)), ("\\\\-", Arrow(tail: .lowerBarb)),
    ("--)", Arrow(isDotted: true, head: .open)), ("-)", Arrow(head: .open)),
    ("--x", Arrow(isDotted: true, head: .cross)), ("-x", Arrow(head: .cross)),
    ("--X", Arrow(isDotted: true, head: .cross)),
    ("-X", Arrow(head: .cross)),
  ]
}
