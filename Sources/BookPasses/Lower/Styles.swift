import BookModel

/// Turns an author's styles into CSS that every reading system takes and every theme survives.
///
/// Properties are allowed by name, values by their characters: no addresses, no functions. Colours stay only as a
/// pair of text and background, since one without the other is unreadable in somebody's dark theme.
enum StyleRules {
  private static let properties: Set = [
    "text-align", "vertical-align", "width", "max-width", "min-width", "font-weight", "font-style", "font-size",
    "font-variant", "text-decoration", "text-transform", "text-indent", "line-height", "letter-spacing",
    "white-space", "list-style-type", "margin", "margin-top", "margin-right", "margin-bottom", "margin-left",
    "padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "border", "border-top",
    "border-right", "border-bottom", "border-left", "border-radius", "border-width", "border-style",
    "border-collapse", "float", "clear", "page-break-inside", "page-break-before", "page-break-after",
  ]

  private static let colours: Set = ["color", "background-color", "background"]

  /// Numbers of these are no lengths (React's list, as far as it concerns us).
  private static let unitless: Set = ["font-weight", "line-height"]

  static func css(declarations text: String) -> String? { joined(pairs(text)) }

  /// Of an object such as `{textAlign: 'center', fontSize: 12}`: names as React spells them, numbers in pixels.
  static func css(object members: [Value.Member]) -> String? { joined(pairs(members)) }

  /// The declarations by their names, whatever they are; of equal names the last counts.
  static func declarations(in text: String) -> [String: String] { Dictionary(pairs(text)) { $1 } }

  static func declarations(in members: [Value.Member]) -> [String: String] { Dictionary(pairs(members)) { $1 } }

  private static func pairs(_ text: String) -> [(String, String)] {
    text.split(separator: ";").compactMap { (declaration: Substring) -> (String, String)? in
      guard let colon = declaration.firstIndex(of: ":") else { return nil }
      return (String(declaration[..<colon]).trimmed.lowercased(), String(declaration[colon...].dropFirst()).trimmed)
    }
  }

  private static func pairs(_ members: [Value.Member]) -> [(String, String)] {
    members.compactMap { member in
      let name = cssName(member.key)
      guard let text = member.value.scalarText else { return nil }
      guard case .number(let number) = member.value, number != 0, !unitless.contains(name) else {
        return (name, text)
      }
      return (name, text + "px")
    }
  }

  static func css(_ property: String, _ value: String) -> String? { joined([(property, value.trimmed.lowercased())]) }

  /// The old `align`: where a block stands, or how its text is set.
  static func alignment(_ value: String, of element: String) -> String? {
    let side = value.lowercased()
    guard ["left", "right", "center", "justify"].contains(side) else { return nil }
    if element == "table" { return side == "center" ? "margin-left: auto; margin-right: auto" : "float: \(side)" }
    return "text-align: \(side)"
  }

  /// A length of HTML: a number is pixels, a percentage stays.
  static func length(_ value: String) -> String {
    Double(value.trimmed) == nil ? value : value.trimmed + "px"
  }

  private static func joined(_ declarations: [(String, String)]) -> String? {
    let safe = declarations.filter { isSafe($0.1) }
    let hasPair = safe.contains { $0.0 == "color" } && safe.contains { $0.0.hasPrefix("background") }
    let kept = safe.filter { properties.contains($0.0) || (hasPair && colours.contains($0.0)) }
    return kept.isEmpty
      ? nil
      : kept.map { "\($0.0 == "background" ? "background-color" : $0.0): \($0.1)" }
        .joined(separator: "; ")
  }

  private static func isSafe(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 100
      && value.utf8.allSatisfy { $0.isLetter || $0.isDigit || " .,%#-!".utf8.contains($0) }
      && (value.utf8.first { $0 == UInt8(ascii: "!") } == nil || value.hasSuffix("!important"))
  }

  private static func cssName(_ name: String) -> String {
    name.utf8.reduce(into: "") { result, byte in
      if byte >= 0x41, byte <= 0x5A {
        result += "-" + String(UnicodeScalar(byte | 0x20))
      } else {
        result += String(UnicodeScalar(byte))
      }
    }
  }
}
