import BookModel

/// Commands that stand for other TeX: a site's, a formula's own, and those that KaTeX has and LaTeX has not.
struct TeXMacros: Sendable {
  struct Macro: Sendable {
    var parameters: Int
    var body: [TeXToken]

    /// The number of parameters is the largest that the body names, as KaTeX counts it.
    init(_ body: String) {
      self.body = TeXToken.tokens(of: body)
      parameters = self.body.reduce(0) { most, token in
        if case .parameter(let number) = token { max(most, number) } else { most }
      }
    }

    init(parameters: Int, body: [TeXToken]) {
      self.parameters = parameters
      self.body = body
    }

    /// The body with its parameters filled in.
    func filled(_ arguments: [[TeXToken]]) -> [TeXToken] {
      body.flatMap { token in
        guard case .parameter(let number) = token else { return [token] }
        return arguments.indices.contains(number - 1) ? arguments[number - 1] : []
      }
    }
  }

  private(set) var macros: [String: Macro] = TeXMacros.ofKaTeX

  init(_ own: [MathMacro] = []) {
    for macro in own where macro.name.utf8.first == UInt8(ascii: "\\") {
      macros[String(macro.name.dropFirst())] = Macro(macro.body)
    }
  }

  subscript(name: String) -> Macro? {
    get { macros[name] }
    set { macros[name] = newValue }
  }

  private static let ofKaTeX: [String: Macro] = {
    var macros = definitions.mapValues { Macro($0) }
    for name in ["arcctg", "arctg", "ch", "cosec", "cotg", "ctg", "cth", "sh", "tg", "th"] {
      macros[name] = Macro("\\operatorname{\(name)}")
    }
    // The palette of one site, in print without its colours.
    for color in ["blue", "gold", "gray", "green", "maroon", "mint", "purple", "red", "teal"] {
      for shade in ["A", "B", "C", "D", "E", "F", "G", "H", "I"] { macros[color + shade] = Macro("{#1}") }
    }
    for color in ["blue", "orange", "pink", "red", "green", "gray", "purple"] {
      macros[color] = Macro("\\textcolor{\(color)}{#1}")
    }
    return macros
  }()
}
