/// A length of TeX: `1.5em`, `-2 pt`.
struct TeXDimension {
  private(set) var text: String

  private static let units: Set<String> = [
    "pt", "mm", "cm", "in", "bp", "pc", "dd", "cc", "sp", "ex", "em", "mu",
  ]

  /// - Returns: nil for what is no length, and for one that reaches over any page.
  init?(_ written: String) {
    let compact = written.unicodeScalars.filter { $0 != " " }
    let digits = compact.prefix { "+-.0123456789".unicodeScalars.contains($0) }
    let unit = String(String.UnicodeScalarView(compact.dropFirst(digits.count)))
    guard let number = Double(String(String.UnicodeScalarView(digits))), abs(number) <= 1000,
      TeXDimension.units.contains(unit)
    else { return nil }
    text = String(String.UnicodeScalarView(digits)) + unit
  }
}

extension PrintableTeX {
  /// `\kern1em`, `\mkern{3mu}`
  mutating func space(_ name: String) throws(TeXRefusal) {
    let size = try dimension(of: name)
    write("\\\(name) \(size.text) ")
  }

  /// `\hspace{1em}`, `\hspace*{1em}`
  mutating func horizontalSpace() throws(TeXRefusal) {
    let star = take("*") ? "*" : ""
    write("\\hspace\(star){\(try dimension(of: "hspace").text)}")
  }

  /// `\rule[1pt]{2em}{1pt}`, `\raisebox{2pt}{text}`
  mutating func measured(_ name: String) throws(TeXRefusal) {
    guard name == "rule" else {
      write("\\raisebox{\(try dimension(of: name).text)}")
      return try group(try argument(of: name), isText: true, "{\\text{", "}}")
    }
    let shift = try optional()
    write("\\rule")
    if let shift {
      guard let size = TeXDimension(shift) else { throw TeXRefusal(reason: "`[\(shift)]` is no length") }
      write("[\(size.text)]")
    }
    write("{\(try dimension(of: name).text)}{\(try dimension(of: name).text)}")
  }

  /// A length, with braces or without.
  private mutating func dimension(of name: String) throws(TeXRefusal) -> TeXDimension {
    skipSpace()
    var written = ""
    if rest.last == .open {
      written = try plainGroup()
    } else {
      while case .character(let scalar)? = rest.last, scalar.isASCII, written.utf8.count < 12 {
        if let complete = TeXDimension(written), complete.text == written { break }
        rest.removeLast()
        written.unicodeScalars.append(scalar)
      }
    }
    guard let size = TeXDimension(written) else { throw TeXRefusal(reason: "`\\\(name)` lacks a length") }
    return size
  }

  /// `\textcolor{red}{x}`, `\color{#ff0000}`; a colour that LaTeX does not know by name is left out.
  mutating func color(_ name: String) throws(TeXRefusal) {
    let color = TeXColor(try plainGroup())
    switch name {
    case "color": if let color { write("\\color\(color.text) ") }
    case "colorbox":
      guard let color else { return rest.append(.command("text")) }
      try group(try argument(of: name), isText: true, "\\colorbox\(color.text){", "}")
    default: if let color { write("\\textcolor\(color.text)") }
    }
  }
}

/// A colour as xcolor takes it.
struct TeXColor {
  /// `{red}` or `[HTML]{FF0000}`.
  let text: String

  private static let names: Set<String> = [
    "red", "green", "blue", "cyan", "magenta", "yellow", "black", "white", "gray", "brown", "lime", "olive", "orange",
    "pink", "purple", "teal", "violet",
  ]

  init?(_ written: String) {
    let digits = written.first == "#" ? written.dropFirst() : Substring(written)
    if TeXColor.names.contains(written) {
      text = "{\(written)}"
    } else if digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) {
      text = "[HTML]{\(digits.uppercased())}"
    } else if digits.utf8.count == 3, written.first == "#", digits.allSatisfy(\.isHexDigit) {
      text = "[HTML]{\(digits.uppercased().map { "\($0)\($0)" }.joined())}"
    } else {
      return nil
    }
  }
}
