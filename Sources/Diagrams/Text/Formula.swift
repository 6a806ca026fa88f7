/// Reads a formula in TeX (`$$x^2$$` in a label, Mermaid's documentation, "Math") as a line of letters: what stands over
/// a bar goes before a slash, roots and matrices get brackets, and what is raised or lowered stays so.
struct Formula {
  private let text: [Character]
  private var index = 0
  private(set) var runs: [Label.Run] = []
  /// 1 while raised, -1 while lowered.
  private var script = 0
  private var isUpright = false
  private var isBold = false
  /// Groups nested deeper than this are passed over.
  private static let deepest = 40
  private var depth = 0

  /// - Parameter tex: without its dollar signs.
  static func runs(_ tex: String) -> [Label.Run] {
    var formula = Formula(text: Array(tex))
    formula.readAll()
    return formula.runs
  }

  private init(text: [Character]) { self.text = text }

  private mutating func readAll() {
    while index < text.count {
      if text[index] == "}" { index += 1 } else { readAtom() }
    }
  }

  // MARK: atoms

  private mutating func readAtom() {
    let letter = text[index]
    switch letter {
    case "\\": readCommand()
    case "{":
      index += 1
      readGroup()
    case "^", "_": readScript(letter == "^" ? 1 : -1)
    case "&", "~":
      index += 1
      add(" ")
    case "'":
      index += 1
      add("′")
    default:
      index += 1
      if isUpright || !letter.isWhitespace { addLetter(letter) }
    }
  }

  /// Up to the brace that closes a group, which is open.
  private mutating func readGroup() {
    depth += 1
    while index < text.count, text[index] != "}" {
      if depth > Formula.deepest { index += 1 } else { readAtom() }
    }
    index = min(index + 1, text.count)
    depth -= 1
  }

  /// A group, a command or a single letter.
  private mutating func readArgument() {
    skipSpaces()
    guard index < text.count, text[index] != "}" else { return }
    readAtom()
  }

  private mutating func skipSpaces() {
    while index < text.count, text[index].isWhitespace { index += 1 }
  }

  private mutating func readScript(_ side: Int) {
    index += 1
    let before = script
    // A script within a script stays on its side.
    if script == 0 { script = side }
    readArgument()
    script = before
  }

  /// Reads an argument and puts brackets around it where it is more than a letter or number.
  private mutating func readBracketed(always: Bool = false) {
    let start = runs
    runs = []
    readArgument()
    let inner = runs
    runs = start
    let isSimple = inner.allSatisfy { run in run.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } }
    let isShort = isSimple && inner.count <= 1
    if always || !isShort { add("(") }
    for run in inner { append(run) }
    if always || !isShort { add(")") }
  }

  // MARK: letters

  private mutating func addLetter(_ letter: Character) {
    if isUpright { return add(String(letter)) }
    switch letter {
    case "-": addOperator("−")
    case "*": addOperator("∗")
    case "=", "+", "<", ">": addOperator(String(letter))
    case ",", ";": add(String(letter) + " ")
    default: add(String(letter), isItalic: letter.isLetter && letter.isASCII)
    }
  }

  /// With spaces around it, unless it is a sign, or small.
  private mutating func addOperator(_ sign: String) {
    let last = runs.last?.text.last
    let isSign = last == nil || "([{,=<>+−± ".contains(last ?? " ")
    add(isSign && "+−±∓".contains(sign) || script != 0 ? sign : " \(sign) ")
  }

  private mutating func add(_ letters: String, isItalic: Bool = false) {
    append(Label.Run(text: letters, isBold: isBold, isItalic: isItalic, script: script))
  }

  private mutating func append(_ run: Label.Run) {
    var run = run
    if runs.last?.text.last == " ", run.text.first == " " { run.text.removeFirst() }
    guard !run.text.isEmpty else { return }
    if var last = runs.last, last.hasLooks(of: run) {
      last.text += run.text
      runs[runs.count - 1] = last
    } else {
      runs.append(run)
    }
  }

  // MARK: commands

  private mutating func readCommand() {
    index += 1
    guard index < text.count else { return }
    var name = ""
    while index < text.count, text[index].isLetter, text[index].isASCII {
      name.append(text[index])
      index += 1
    }
    if name.isEmpty {
      readSign()
    } else {
      // The space behind a command only ends its name.
      skipSpaces()
      read(name)
    }
  }

  /// `\,`, `\{`, `\\`
  private mutating func readSign() {
    let sign = text[index]
    index += 1
    switch sign {
    case ",", ":", ";", " ": add(" ")
    case "!": break
    case "\\": add("; ")
    case "|": add("‖")
    default: add(String(sign))
    }
  }

  private mutating func read(_ name: String) {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac":
      readBracketed()
      add("/")
      readBracketed()
    case "binom":
      add("(")
      readArgument()
      add(" over ")
      readArgument()
      add(")")
    case "sqrt": readRoot()
    case "text", "mathrm", "operatorname", "textrm", "mathsf", "mathtt", "mbox": readUpright(isBold: isBold)
    case "mathbf", "textbf", "boldsymbol", "pmb", "bm": readUpright(isBold: true)
    case "mathbb": readDoubleStruck()
    case "left", "right", "middle": if index < text.count, text[index] == "." { index += 1 }
    case "begin": begin(argument())
    case "end": end(argument())
    case "color", "hspace", "vspace", "phantom", "label", "tag": _ = argument()
    case "phase":
      add("∠")
      readArgument()
    case "hat", "bar", "overline", "tilde", "vec", "dot", "ddot", "underline": readAccented(name)
    default: readSymbol(name)
    }
  }

  private mutating func readSymbol(_ name: String) {
    if FormulaSymbols.functions.contains(name) {
      add(name)
      if index < text.count, !"_^{(".contains(text[index]) { add(" ") }
    } else if let sign = FormulaSymbols.operators[name] {
      addOperator(sign)
    } else if let letter = FormulaSymbols.letters[name] {
      add(letter)
    } else if !FormulaSymbols.silent.contains(name) {
      add("\\" + name)
    }
  }

  private mutating func readRoot() {
    if index < text.count, text[index] == "[", let end = text[index...].firstIndex(of: "]") {
      let degree = Formula.runs(String(text[(index + 1)..<end]))
      for run in degree { append(Label.Run(text: run.text, script: 1)) }
      index = end + 1
    }
    add("√")
    readBracketed()
  }

  private mutating func readUpright(isBold bold: Bool) {
    let before = (isUpright, isBold)
    (isUpright, isBold) = (true, bold)
    readArgument()
    (isUpright, isBold) = before
  }

  private mutating func readDoubleStruck() {
    for letter in argument() { add(FormulaSymbols.doubleStruck[letter] ?? String(letter)) }
  }

  /// A letter with a mark over it; the mark behind more than one.
  private mutating func readAccented(_ name: String) {
    readArgument()
    add(FormulaSymbols.accents[name] ?? "")
  }

  /// The raw text of a group.
  private mutating func argument() -> String {
    skipSpaces()
    guard index < text.count, text[index] == "{", let end = text[index...].firstIndex(of: "}") else { return "" }
    defer { index = end + 1 }
    return String(text[(index + 1)..<end])
  }

  private mutating func begin(_ name: String) {
    if name == "array" || name == "alignedat" { _ = argument() }
    add(FormulaSymbols.brackets[name]?.0 ?? "")
  }

  private mutating func end(_ name: String) {
    add(FormulaSymbols.brackets[name]?.1 ?? "")
  }
}

extension Label.Run {
  /// Whether both look alike, whatever they say.
  fileprivate func hasLooks(of other: Label.Run) -> Bool {
    isBold == other.isBold && isItalic == other.isItalic && isCode == other.isCode && script == other.script
  }
}
