import SourceText

/// Writes TeX as bytes. Nothing else does: commands come from the program's own names, braces are closed by the
/// writer, and every text is escaped for the context it stands in.
final class LaTeXWriter {
  private(set) var output: [UInt8] = []
  /// Where each finished line comes from.
  private(set) var origins: [SourceRange?] = []
  /// Where what is written now comes from.
  var place: SourceRange? {
    didSet { if lineOrigin == nil || isLineBlank { lineOrigin = place } }
  }
  private var lineOrigin: SourceRange?
  private var isLineBlank = true

  init(capacity: Int = 4096) { output.reserveCapacity(capacity) }

  /// Where the next byte goes.
  var position: Int { output.count }

  /// A piece of what has been written, and what is to stand in its place.
  struct Amendment {
    var range: Range<Int>
    var text: String
  }

  /// Changes what has been written within its lines.
  /// - Parameter amendments: in the order of their places, none over another.
  func amend(_ amendments: [Amendment]) {
    guard let first = amendments.first else { return }
    var end = output[first.range.lowerBound...]
    output.removeSubrange(first.range.lowerBound...)
    for amendment in amendments {
      output += end[..<amendment.range.lowerBound]
      output += amendment.text.utf8
      end = end[amendment.range.upperBound...]
    }
    output += end
  }

  /// What stands between the braces of an argument.
  enum Argument {
    case body(() -> Void)
    case plain(String)
    case anchor(AnchorName)
    case address(LinkAddress)
    case number(Int)
    /// In TeX points, written with their unit.
    case points(Double)
    case fraction(Double)
    case word(StaticString)
    /// A file of the edition, whose names are ASCII letters, digits, `-`, `.` and `/`.
    case path(String)
    case emoji(Character)
    case empty
  }

  /// `\name{…}{…}`; without an argument `\name{}`, so that no space behind it is lost.
  func command(_ name: LaTeXName, _ arguments: Argument...) {
    begin(name)
    if arguments.isEmpty { raw("{}") }
    for argument in arguments { self.argument(argument) }
  }

  /// `\name[1]{…}{…}`
  func command(_ name: LaTeXName, option: Int, _ arguments: Argument...) {
    begin(name)
    raw("[")
    bytes(String(option).utf8)
    raw("]")
    for argument in arguments { self.argument(argument) }
  }

  /// `\name` and a space, which TeX swallows: for commands that begin running text.
  func opening(_ name: LaTeXName) {
    begin(name)
    raw(" ")
  }

  /// A command that ends something, without the empty braces that would stand in the way of `\end`.
  func closing(_ name: LaTeXName) {
    begin(name)
    byte(UInt8(ascii: " "))
  }

  /// `\begin{name}{…}` … `\end{name}`, each on a line of its own.
  func environment(_ name: LaTeXName, _ arguments: Argument..., content: () -> Void) {
    newline()
    raw("\\begin{")
    raw(name.text)
    raw("}")
    for argument in arguments { self.argument(argument) }
    raw("%")
    newline()
    content()
    newline()
    raw("\\end{")
    raw(name.text)
    raw("}")
    newline()
  }

  /// `0.2500`
  func decimal(_ value: Double) { bytes(LaTeXWriter.decimal(value).utf8) }

  /// `{0.2500}`
  func fraction(_ value: Double) { argument(.fraction(value)) }

  private func begin(_ name: LaTeXName) {
    byte(UInt8(ascii: "\\"))
    raw(name.text)
  }

  private func argument(_ argument: Argument) {
    raw("{")
    switch argument {
    case .body(let content): content()
    case .plain(let text): plain(text)
    case .anchor(let anchor): bytes(anchor.text.utf8)
    case .address(let address): plain(address.text)
    case .number(let number): bytes(String(number).utf8)
    case .points(let value): points(value)
    case .fraction(let value): bytes(LaTeXWriter.decimal(value).utf8)
    case .word(let word): raw(word)
    case .path(let path): self.path(path)
    case .emoji(let emoji):
      // A letter of it may be ASCII, too: `#️⃣`.
      for scalar in emoji.unicodeScalars {
        if scalar.isASCII { textByte(UInt8(scalar.value)) } else { self.scalar(scalar) }
      }
    case .empty: break
    }
    raw("}")
  }

  /// Ends the line, unless nothing stands on it: a blank line would end a paragraph.
  func newline() {
    guard !isLineBlank else { return }
    endLine()
  }

  /// A blank line, for people who read the file.
  func blankLine() {
    newline()
    if output.count >= 2, output[output.count - 2] == UInt8(ascii: "\n") { return }
    endLine()
  }

  private func endLine() {
    if output.last == UInt8(ascii: " ") { output.removeLast() }
    output.append(UInt8(ascii: "\n"))
    origins.append(lineOrigin)
    lineOrigin = place
    isLineBlank = true
  }

  /// Four decimals at most, always with a point, in no locale.
  static func decimal(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    let digits = String(abs(scaled) % 10_000)
    let fraction = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    return (scaled < 0 ? "-" : "") + String(abs(scaled) / 10_000) + "." + fraction
  }

  // MARK: Text

  /// Bytes that hold no character of TeX's own, or those the escaping made.
  func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes($0) }
  }

  /// A formula that is known to be harmless.
  func raw(_ formula: TrustedTeX) { bytes(formula.text.utf8) }

  func byte(_ byte: UInt8) {
    output.append(byte)
    if byte != UInt8(ascii: " ") { isLineBlank = false }
  }

  private func bytes(_ bytes: some Collection<UInt8>) {
    output.append(contentsOf: bytes)
    if isLineBlank, bytes.contains(where: { $0 != UInt8(ascii: " ") }) { isLineBlank = false }
  }

  /// Letters whose bytes TeX reads as they are, already split into runs of one font.
  func scalar(_ scalar: Unicode.Scalar) {
    guard scalar != Escaping.replacement else { return raw("\\char\"FFFD ") }
    output.append(contentsOf: UTF8.encode(scalar)!)
    isLineBlank = false
  }

  /// An ASCII character of running text, as TeX is told of it.
  func textByte(_ byte: UInt8) {
    if let escaped = Escaping.text(byte) { raw(escaped) } else { self.byte(byte) }
  }

  /// A plain string.
  func plain(_ text: String) {
    let replacement = String(Escaping.replacement)
    let bytes = Array((text.contains(replacement) ? text.replacing(replacement, with: "?") : text).utf8)
    for (index, byte) in bytes.enumerated() {
      guard let escaped = Escaping.plain(byte) else {
        self.byte(byte)
        continue
      }
      raw(escaped)
      let endsCommand = byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "^")
      if endsCommand, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: " ") { raw("\\space") }
    }
  }

  /// A length in TeX points, with its unit.
  func points(_ value: Double) {
    bytes(LaTeXWriter.decimal(value).utf8)
    raw("pt")
  }

  /// A file of the edition or a font of the machine: letters, digits and `-./_+` alone.
  func path(_ path: String) {
    precondition(
      path.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-./_+".utf8.contains($0) },
      "a file of the edition has a name that TeX cannot read")
    bytes(path.utf8)
  }
}
