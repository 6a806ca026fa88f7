import BookModel

extension PrintableTeX {
  private static let textFonts: Set<String> = [
    "text", "textbf", "textit", "textmd", "textnormal", "textrm", "textsf", "texttt", "textup", "hbox", "fbox",
  ]
  private static let sizes: Set<String> = [
    "tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge",
  ]
  /// Accents in text: `\'e`.
  private static let textAccents: Set<String> = ["'", "`", "^", "\"", "~", "=", ".", "u", "r", "c", "H", "v"]
  private static let symbols: Set<String> = ["!", ",", ":", ";", ">", " ", "#", "$", "%", "&", "_", "{", "}", "|"]
  /// The old declarations of fonts, which KOMA-Script has no more.
  private static let declarations = [
    "rm": "mathrm", "bf": "symbf", "it": "mathit", "sf": "mathsf", "tt": "mathtt", "cal": "mathcal",
  ]
  private static let definitions: Set<String> = ["def", "gdef", "newcommand", "renewcommand", "providecommand", "let"]

  /// A command that is no macro and ends nothing.
  mutating func handled(_ name: String) throws(TeXRefusal) {
    if PrintableTeX.textFonts.contains(name) { return try text(name == "hbox" ? "text" : name) }
    if let font = PrintableTeX.declarations[name] { return try declaration(font) }
    if PrintableTeX.sizes.contains(name) { return size(name) }
    if PrintableTeX.definitions.contains(name) { return try define(name) }
    if isText, PrintableTeX.textAccents.contains(name) { return write(name.isWord ? "\\\(name) " : "\\\(name)") }
    switch name {
    case "begin": try environment()
    case "left": try delimited()
    case "middle": try delimiter("middle")
    case "(": try parenthesis()
    case "\\": try newLine()
    case "color", "textcolor", "colorbox": try color(name)
    case "kern", "mkern", "hskip", "mskip": try space(name)
    case "hspace": try horizontalSpace()
    case "rule", "raisebox": try measured(name)
    case "tag": try tag()
    case "substack": try stack()
    default:
      if PrintableTeX.symbols.contains(name) { return write("\\\(name)") }
      guard TeXCommands.names.contains(name) else {
        throw TeXRefusal(reason: "`\\\(name)` is not known to be harmless")
      }
      write("\\\(name) ")
    }
  }

  /// `\text{a $x$ b}`
  private mutating func text(_ name: String) throws(TeXRefusal) {
    let content = try argument(of: name)
    try group(content, isText: true, "\\\(name){", "}")
  }

  /// `\substack{a \\ b}`
  private mutating func stack() throws(TeXRefusal) {
    let content = try argument(of: "substack")
    environments.append("substack")
    try group(content, isText: false, "\\substack{", "}")
    environments.removeLast()
  }

  /// Tokens between two marks, on their own.
  mutating func group(
    _ content: [TeXToken], isText: Bool, _ start: String, _ end: String
  ) throws(TeXRefusal) {
    rest.append(.close)
    rest.append(contentsOf: content.reversed())
    try switching(toText: isText, start, end) { printer throws(TeXRefusal) in try printer.list(until: .brace) }
  }

  /// `\(x\)` in text.
  private mutating func parenthesis() throws(TeXRefusal) {
    guard isText else { throw TeXRefusal(reason: "`\\(` stands in it") }
    try switching(toText: false, "\\(", "\\)") { printer throws(TeXRefusal) in try printer.list(until: .parenthesis) }
  }

  /// `{\rm abc}` → `{\mathrm{abc}}`: up to the end of the group, the cell or the line.
  private mutating func declaration(_ font: String) throws(TeXRefusal) {
    guard !isText else { throw TeXRefusal(reason: "an old declaration of a font stands in text") }
    var content: [TeXToken] = []
    var open = 0
    while let token = rest.last {
      if token == .open { open += 1 }
      if open == 0, token == .close || token == .character("&") || token.endsCell { break }
      if token == .close { open -= 1 }
      content.append(token)
      rest.removeLast()
    }
    try group(content, isText: false, "\\\(font){", "}")
  }

  /// LaTeX knows sizes in text alone; the smallest are told by the styles of formulas.
  private mutating func size(_ name: String) {
    switch name {
    case _ where isText: write("\\\(name) ")
    case "tiny": write("\\scriptscriptstyle ")
    case "scriptsize", "footnotesize": write("\\scriptstyle ")
    default: break
    }
  }

  /// `\left( … \right)`
  private mutating func delimited() throws(TeXRefusal) {
    try delimiter("left")
    try list(until: .right)
    try delimiter("right")
  }

  private mutating func delimiter(_ command: String) throws(TeXRefusal) {
    skipSpace()
    while case .command(let name)? = rest.last, let macro = macros[name], macro.parameters == 0 {
      rest.removeLast()
      rest.append(contentsOf: macro.body.reversed())
      skipSpace()
    }
    switch rest.popLast() {
    case .character(let scalar)? where "()[]/|.<>⟨⟩⟦⟧⌊⌋⌈⌉‖".unicodeScalars.contains(scalar):
      write("\\\(command)\(scalar) ")
    case .command(let name)? where ["{", "}", "|"].contains(name): write("\\\(command)\\\(name) ")
    case .command(let name)? where TeXCommands.names.contains(name): write("\\\(command)\\\(name) ")
    default: throw TeXRefusal(reason: "`\\\(command)` lacks a delimiter")
    }
  }

  /// `\\` and `\\[2pt]`
  private mutating func newLine() throws(TeXRefusal) {
    guard let environment = environments.last, environment != "" else {
      // A line of its own means nothing in a single line of mathematics.
      _ = try optional()
      return write("\\quad ")
    }
    guard rest.last == .character("[") else { return write("\\\\ ") }
    guard let gap = try optional(), let size = TeXDimension(gap) else { throw TeXRefusal(reason: "a gap is no length") }
    write("\\\\[\(size.text)] ")
  }

  /// `\tag{7}`: the number of a display, and where LaTeX has no place for one, the same in words.
  private mutating func tag() throws(TeXRefusal) {
    let isPlain = take("*")
    let content = try argument(of: "tag")
    if mayHaveTag { return try group(content, isText: true, isPlain ? "\\tag*{" : "\\tag{", "}") }
    try group(content, isText: true, isPlain ? "\\qquad \\text{" : "\\qquad \\text{(", isPlain ? "}" : ")}")
  }

  /// `\def\a#1{…}`, `\newcommand{\a}[1]{…}`, `\let\a=\b`: known from here on, and not written.
  private mutating func define(_ command: String) throws(TeXRefusal) {
    guard case .command(let name)? = try argument(of: command).first, name != "begin", name != "end" else {
      throw TeXRefusal(reason: "`\\\(command)` defines nothing")
    }
    if command == "let" {
      _ = take("=")
      skipSpace()
      guard let meaning = rest.popLast() else { throw TeXRefusal(reason: "`\\let` lacks a meaning") }
      if case .command(let other) = meaning, let macro = macros[other] {
        macros[name] = macro
      } else {
        macros[name] = TeXMacros.Macro(parameters: 0, body: [meaning])
      }
      return
    }
    var count = 0
    if command.hasSuffix("def") {
      while case .parameter(let number)? = rest.last {
        rest.removeLast()
        count = number
      }
    } else if let written = try optional() {
      guard let number = Int(written), (0...9).contains(number) else {
        throw TeXRefusal(reason: "`[\(written)]` is no count")
      }
      count = number
    }
    macros[name] = TeXMacros.Macro(parameters: count, body: try argument(of: command))
  }
}

extension TeXToken {
  /// Whether a declaration's reach ends before the token.
  fileprivate var endsCell: Bool {
    guard case .command(let name) = self else { return false }
    return ["\\", "cr", "end", "right", "middle", ")"].contains(name)
  }
}

extension String {
  fileprivate var isWord: Bool { utf8.allSatisfy { (65...90).contains($0) || (97...122).contains($0) } }
}
