import BookModel
import SourceText

/// TeX that came from a formula and may be written as it is.
///
/// The typesetter of formulas passes only commands it knows. This is the second wall: what could leave the formula,
/// define anything, or reach a file is refused, whatever the first one said.
struct TrustedTeX {
  let text: String

  init?(_ formula: Formula) {
    guard let tex = formula.tex, TrustedTeX.isHarmless(tex) else { return nil }
    text = TrustedTeX.breaking(tex)
  }

  /// Whether commands of colours stand in it.
  var hasColors: Bool {
    ["\\color", "\\textcolor", "\\colorbox"].contains { text.contains($0) }
  }

  /// With places to break in numbers that may be longer than a line.
  private static func breaking(_ tex: String) -> String {
    var result = ""
    var digits: [Character] = []
    func endNumber() {
      for (index, digit) in digits.enumerated() {
        if digits.count > 24, index > 0, (digits.count - index).isMultiple(of: 3) { result += "\\hpbk{}" }
        result.append(digit)
      }
      digits.removeAll()
    }
    for character in tex {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        endNumber()
        result.append(character)
      }
    }
    endNumber()
    return result
  }

  private static func isHarmless(_ tex: String) -> Bool {
    var depth = 0
    var bytes = Array(tex.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return false }
      case UInt8(ascii: "\\"):
        let name = bytes.prefix { $0.isASCIILetter }
        if forbidden.contains(String(decoding: name, as: UTF8.self)) { return false }
        bytes = name.isEmpty ? bytes.dropFirst() : bytes.dropFirst(name.count)
      case UInt8(ascii: "^"): if bytes.first == UInt8(ascii: "^") { return false }
      case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "~"), 0x0D: return false
      case UInt8(ascii: "\n"): if bytes.first == UInt8(ascii: "\n") { return false }
      default: break
      }
    }
    return depth == 0
  }

  private static let forbidden: Set<String> = [
    "input", "include", "openin", "openout", "read", "write", "immediate", "special", "directlua", "latelua",
    "luafunction", "luadef", "pdfextension", "pdfvariable", "csname", "endcsname", "catcode", "def", "edef", "gdef",
    "xdef", "let", "futurelet", "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "usepackage",
    "RequirePackage", "scantokens", "lowercase", "uppercase", "expandafter", "noexpand", "afterassignment",
    "aftergroup", "endinput", "end input", "par", "shipout", "output", "everypar", "everymath", "loop", "repeat",
    "jobname", "string", "meaning", "the", "number", "romannumeral", "ExplSyntaxOn", "verb", "lstinputlisting",
    "includegraphics", "href", "url", "write18", "ShellEscape", "protected", "long", "global", "relax", "makeatletter",
  ]
}

extension ContentWriter {
  /// `$x^2$` → `\hpmath{x^2}{x^2}`: the TeX as the words for those who cannot see it, and the formula. One whose TeX is
  /// not known to be harmless is shown as code, reported.
  func math(_ math: InlineMath, at range: SourceRange) {
    guard let formula = edition.illustrations.formulas[math], let trusted = TrustedTeX(formula) else {
      return mathAsTeX(math.tex, at: range)
    }
    add(trusted)
    let name: LaTeXName = math.isDisplay && !isBoxed && role == .body ? "hpinlinedisplay" : "hpmath"
    object { tex.command(name, .plain(math.tex.singleLine), .body { [self] in self.tex.raw(trusted) }) }
  }

  /// `$$…$$` → `\hpdisplay{…}{…}`
  func displayMath(_ text: String, at range: SourceRange) {
    let key = InlineMath(tex: text, isDisplay: true)
    tex.newline()
    guard let formula = edition.illustrations.formulas[key], let trusted = TrustedTeX(formula) else {
      tex.opening("para")
      mathAsTeX(text, at: range)
      return tex.closing("endpara")
    }
    add(trusted)
    tex.command("hpdisplay", .plain(text.singleLine), .body { [self] in self.tex.raw(trusted) })
  }

  private func add(_ formula: TrustedTeX) {
    needs.math = true
    needs.mathColors = needs.mathColors || formula.hasColors
  }

  private func mathAsTeX(_ text: String, at range: SourceRange) {
    findings.note(.mathAsTeX, "the formula is shown as its TeX source", at: range)
    inlineCode(text.singleLine)
  }
}

extension String {
  /// With a space for every run of white space.
  fileprivate var singleLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
