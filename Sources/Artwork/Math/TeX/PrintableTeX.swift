import BookModel

/// Why a formula is not handed to LaTeX.
struct TeXRefusal: Error, Equatable {
  /// As in "this formula cannot be printed: …".
  var reason: String
}

/// A formula as TeX for LaTeX with amsmath, mathtools, unicode-math, cancel and xcolor, in which every command is
/// known to do nothing but set.
///
/// Macros are expanded here, so that what is written holds no definition; whatever is in no table is refused. What is
/// written has balanced braces and environments and no empty line, no `^^`, no comment, no `~`, `#` or `$`.
struct PrintableTeX {
  /// The most tokens that macros may make of one formula.
  private static let expansionLimit = 20_000
  private static let nestingLimit = 200

  /// The tokens still to be read, the next one last.
  var rest: [TeXToken]
  var macros: TeXMacros
  var output = ""
  var isText = false
  var depth = 0
  private var expanded = 0
  private let isDisplay: Bool
  /// The environment that is open, where one is.
  var environments: [String] = []

  /// - Throws: `TeXRefusal`
  static func text(of math: InlineMath, macros: TeXMacros) throws(TeXRefusal) -> String {
    var printer = PrintableTeX(math, macros: macros)
    try printer.list(until: .end)
    return printer.output.trimmingSpaces
  }

  private init(_ math: InlineMath, macros: TeXMacros) {
    rest = TeXToken.tokens(of: math.tex).reversed()
    self.macros = macros
    isDisplay = math.isDisplay
  }

  /// What ends a list of tokens.
  enum End: Equatable {
    case end, brace, dollar, parenthesis, right
    case environment(String)
  }

  /// Writes tokens up to the one that ends the list, which is taken.
  mutating func list(until end: End) throws(TeXRefusal) {
    depth += 1
    defer { depth -= 1 }
    guard depth < PrintableTeX.nestingLimit else { throw TeXRefusal(reason: "it is nested too deeply") }
    while let token = rest.popLast() {
      switch token {
      case .space: write(" ")
      case .parameter: throw TeXRefusal(reason: "`#` stands outside a macro")
      case .close:
        guard end == .brace else { throw TeXRefusal(reason: "a `}` has no `{`") }
        return
      case .character(let scalar): if try character(scalar, end) { return }
      case .command(let name): if try command(name, end) { return }
      }
    }
    guard end == .end else { throw TeXRefusal(reason: "it ends too early") }
  }

  /// - Returns: whether the character ends the list.
  private mutating func character(_ scalar: Unicode.Scalar, _ end: End) throws(TeXRefusal) -> Bool {
    switch scalar {
    case "{":
      write("{")
      try list(until: .brace)
      write("}")
    case "$":
      if end == .dollar { return true }
      guard isText else { throw TeXRefusal(reason: "`$` stands in it") }
      try switching(toText: false, "\\(", "\\)") { printer throws(TeXRefusal) in try printer.list(until: .dollar) }
    case "~": write("\\nobreakspace{}")
    case "#": throw TeXRefusal(reason: "`#` stands outside a macro")
    case "^":
      guard !isText, rest.last != .character("^") else { throw TeXRefusal(reason: "`^` stands where it may not") }
      try script("^")
    case "_":
      guard !isText else { throw TeXRefusal(reason: "`_` stands in text") }
      try script("_")
    case "&":
      guard !isText else { throw TeXRefusal(reason: "`&` stands in text") }
      write("&")
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: throw TeXRefusal(reason: "a control character is in it")
    default: output.unicodeScalars.append(scalar)
    }
    return false
  }

  /// - Returns: whether the command ends the list.
  private mutating func command(_ name: String, _ end: End) throws(TeXRefusal) -> Bool {
    if let macro = macros[name] {
      try expand(macro, name)
      return false
    }
    switch name {
    case "end":
      let environment = try plainGroup()
      guard end == .environment(environment) else { throw TeXRefusal(reason: "`\\end{\(environment)}` ends nothing") }
      return true
    case ")": if end == .parenthesis { return true }
    case "right": if end == .right { return true }
    default:
      try handled(name)
      return false
    }
    throw TeXRefusal(reason: "`\\\(name)` ends nothing")
  }

  mutating func expand(_ macro: TeXMacros.Macro, _ name: String) throws(TeXRefusal) {
    var arguments: [[TeXToken]] = []
    for _ in 0..<macro.parameters { arguments.append(try argument(of: name)) }
    let body = macro.filled(arguments)
    expanded += body.count + 1
    guard expanded < PrintableTeX.expansionLimit else { throw TeXRefusal(reason: "its macros never end") }
    rest.append(contentsOf: body.reversed())
  }

  /// Writes with the other mode inside, between two marks.
  mutating func switching(
    toText: Bool, _ start: String, _ end: String, _ body: (inout PrintableTeX) throws(TeXRefusal) -> Void
  ) throws(TeXRefusal) {
    let before = isText
    isText = toText
    write(start)
    try body(&self)
    write(end)
    isText = before
  }

  mutating func write(_ text: String) { output += text }

  /// Whether the formula may have a number of its own here.
  var mayHaveTag: Bool { isDisplay && depth == 1 && environments.isEmpty }
}

extension PrintableTeX {
  /// The next token, an argument or a group without its braces, white space before it left out.
  mutating func argument(of name: String) throws(TeXRefusal) -> [TeXToken] {
    skipSpace()
    guard let first = rest.popLast() else { throw TeXRefusal(reason: "`\\\(name)` lacks an argument") }
    guard first != .close else { throw TeXRefusal(reason: "`\\\(name)` lacks an argument") }
    guard first == .open else { return [first] }
    var tokens: [TeXToken] = []
    var open = 1
    while let token = rest.popLast() {
      if token == .open { open += 1 }
      if token == .close { open -= 1 }
      if open == 0 { return tokens }
      tokens.append(token)
    }
    throw TeXRefusal(reason: "`\\\(name)` lacks an argument")
  }

  /// An argument of characters alone.
  mutating func plainGroup() throws(TeXRefusal) -> String {
    var text = ""
    for token in try argument(of: "begin") {
      switch token {
      case .character(let scalar): text.unicodeScalars.append(scalar)
      case .space: text += " "
      case .command, .parameter: throw TeXRefusal(reason: "a command stands where a word is expected")
      }
    }
    return text
  }

  mutating func skipSpace() { while rest.last == .space { rest.removeLast() } }

  /// Takes a character when it is the next one.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard rest.last == .character(scalar) else { return false }
    rest.removeLast()
    return true
  }

  /// The characters of `[…]`; nil where none stands next.
  mutating func optional() throws(TeXRefusal) -> String? {
    guard take("[") else { return nil }
    var text = ""
    while let token = rest.popLast() {
      switch token {
      case .character("]"): return text
      case .character(let scalar): text.unicodeScalars.append(scalar)
      case .space: text += " "
      case .command, .parameter: throw TeXRefusal(reason: "a command stands in an option")
      }
    }
    throw TeXRefusal(reason: "an option is not closed")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
