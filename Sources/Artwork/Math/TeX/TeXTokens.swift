/// A token of TeX as KaTeX cuts it: without categories that could change.
enum TeXToken: Hashable, Sendable {
  /// A command by its name, without the backslash: letters, or one other character.
  case command(String)
  case character(Unicode.Scalar)
  case space
  /// `#1` to `#9`, in the body of a macro.
  case parameter(Int)

  static let open = TeXToken.character("{")
  static let close = TeXToken.character("}")

  /// The tokens of a text; comments are left out, and runs of white space are one space.
  static func tokens(of tex: String) -> [TeXToken] {
    var tokens: [TeXToken] = []
    var rest = Substring(tex).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": tokens.append(command(&rest))
      case "%": rest = rest.drop { $0 != "\n" }
      case " ", "\t", "\n", "\r": if tokens.last != .space { tokens.append(.space) }
      case "#":
        if let digit = rest.first, ("1"..."9").contains(digit) {
          rest.removeFirst()
          tokens.append(.parameter(Int(digit.value - 48)))
        } else {
          tokens.append(.character(scalar))
        }
      default: tokens.append(.character(scalar))
      }
    }
    return tokens
  }

  /// White space behind a name of letters belongs to the name; a backslash before white space is a space that stays.
  private static func command(_ rest: inout Substring.UnicodeScalarView) -> TeXToken {
    let name = rest.prefix { $0.isNameLetter }
    guard name.isEmpty else {
      rest = rest.dropFirst(name.count).drop(while: \.isTeXSpace)
      return .command(String(name))
    }
    guard let symbol = rest.popFirst() else { return .command("") }
    return .command(symbol.isTeXSpace ? " " : String(symbol))
  }
}

extension Unicode.Scalar {
  fileprivate var isNameLetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "@"
  }
  fileprivate var isTeXSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
}
