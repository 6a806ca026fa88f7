import SourceText

extension ContentWriter {
  /// Running text: escaped, in runs of the fonts that have its letters, with places where long words may break.
  func text(_ text: String) { write(text, .text(role)) }

  /// Text in a context of letters: running text or code.
  func write(_ text: String, _ context: EscapingContext) {
    var breaks = WordBreaks(isCode: parts(of: context).0 == .mono)
    write(text, context, breaks: &breaks)
  }

  /// The same for a piece of a line of code: a word may go on in the next piece.
  func write(_ text: String, _ context: EscapingContext, breaks: inout WordBreaks) {
    if paragraph == nil, direction == .rightToLeft || text.unicodeScalars.contains(where: \.isRightToLeft) {
      return marked(isOpposite: direction.isOpposite(of: text)) { self.write(text, context, breaks: &breaks) }
    }
    let (role, code) = parts(of: context)
    defer { lastLetter = text.unicodeScalars.last ?? lastLetter }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      if let first = text.unicodeScalars.first { breakLine(before: first, code: code) }
      for byte in text.utf8 { ascii(byte, code: code, breaks: &breaks) }
    } else {
      runs(of: text, role: role, code: code, breaks: &breaks)
    }
  }

  private func parts(of context: EscapingContext) -> (FontRole, canBreak: Bool?) {
    switch context {
    case .text(let role): (role, nil)
    case .code(let canBreak): (.mono, canBreak)
    case .plain, .address: preconditionFailure("plain strings and addresses have no fonts")
    }
  }

  private func ascii(_ byte: UInt8, code: Bool?, breaks: inout WordBreaks) {
    if let place = breaks.place(before: byte), code != false { tex.raw(place.command) }
    record(Unicode.Scalar(byte)) {
      if byte == UInt8(ascii: " "), let canBreak = code {
        tex.raw(canBreak ? "\\hps{}" : "~")
      } else {
        tex.textByte(byte)
      }
    }
  }

  private func runs(of text: String, role: FontRole, code: Bool?, breaks: inout WordBreaks) {
    var pending: [Character] = []
    var current = FontShelf.Choice.own
    func flush() {
      guard !pending.isEmpty else { return }
      run(pending, current, code: code, breaks: &breaks)
      pending.removeAll(keepingCapacity: true)
    }
    var previous = lastLetter
    let letters = Array(text)
    for (index, character) in letters.enumerated() {
      let isSpace = character == " " || character.isNewline
      // A space between two words of one script belongs to neither run.
      let choice: FontShelf.Choice
      if isSpace {
        choice = .own
      } else if code == nil, sharedMarks.contains(character.unicodeScalars.first!),
        isBesideIdeograph(previous, letters.dropFirst(index + 1).first)
      {
        choice = shelf.ideographs(for: character, in: role)
      } else {
        choice = shelf.choice(for: character, in: role)
      }
      previous = character.unicodeScalars.first
      if choice != current {
        flush()
        current = choice
      }
      pending.append(character)
    }
    flush()
  }

  /// Marks that Chinese and Western text share are those of the text they stand in.
  private func isBesideIdeograph(_ previous: Unicode.Scalar?, _ next: Character?) -> Bool {
    guard edition.eastAsia != nil else { return false }
    return previous?.isIdeographic == true || next?.unicodeScalars.first?.isIdeographic == true
      || previous.map(sharedMarks.contains) == true
  }

  private func run(_ run: [Character], _ choice: FontShelf.Choice, code: Bool?, breaks: inout WordBreaks) {
    switch choice {
    case .own: letters(run, code: code, breaks: &breaks)
    case .emoji:
      for emoji in run { self.emoji(emoji, code: code) }
    case .fallback(let index):
      needs.fallbacks.insert(index)
      let font = shelf.fonts.fallbacks[index]
      tex.command("hpfont", .plain(font.key), .body { [self] in letters(run, code: code) })
    case .none: for character in run { object { missing(character) } }
    }
  }

  private func emoji(_ emoji: Character, code: Bool?) {
    needs.emoji.insert(emoji)
    let first = emoji.unicodeScalars.first!
    breakLine(before: first, code: code)
    object { tex.command("hpemoji", .emoji(emoji)) }
    lastLetter = first
  }

  private func letters(_ run: [Character], code: Bool?) {
    var breaks = WordBreaks(isCode: code != nil)
    letters(run, code: code, breaks: &breaks)
  }

  private func letters(_ run: [Character], code: Bool?, breaks: inout WordBreaks) {
    for character in run {
      let first = character.unicodeScalars.first!
      breakLine(before: first, code: code)
      if let byte = character.asciiValue {
        ascii(byte, code: code, breaks: &breaks)
      } else {
        breaks.reset()
        scalars(of: character)
      }
      lastLetter = first
    }
  }

  private func scalars(of character: Character) {
    for scalar in character.unicodeScalars { record(scalar) { write(scalar) } }
  }

  private func write(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80: tex.textByte(UInt8(scalar.value))
    case 0x80..<0xA0: tex.raw(" ")
    case 0xA0: tex.raw("~")
    case 0xAD: tex.raw("\\-")
    case 0x2002, 0x2003: tex.raw("\\enskip{}")
    case 0x2004...0x200A, 0x202F, 0x205F: tex.raw("\\,")
    case 0x200B: tex.raw("\\hpbk{}")
    case 0x2028, 0x2029, 0x3000: tex.raw(" ")
    case 0xFB00...0xFB06: tex.raw(ScalarSpelling.ligature(scalar))
    case _ where scalar.isInvisible && !ScalarSpelling.shapes(scalar): break
    default: tex.scalar(scalar)
    }
  }

  /// A letter that no font has is shown by its number, and reported.
  private func missing(_ character: Character) {
    let codes = character.unicodeScalars.filter { !$0.isInvisible }.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
    let names = codes.joined(separator: " ")
    let package = character.unicodeScalars.first { !$0.isInvisible }?.fontPackage ?? "fonts-noto-core"
    findings.warning(
      .letterWithoutFont, "no font of the printed book has `\(character)` (\(names))", at: tex.place,
      help: "run `sudo apt-get install --no-install-recommends \(package)`, which has a font with it")
    if direction == .rightToLeft { tex.raw("\\hpbeginltr{}") }
    tex.raw("[")
    for byte in names.utf8 { tex.byte(byte) }
    tex.raw("]")
    if direction == .rightToLeft { tex.raw("\\hpendltr{}") }
  }
}

/// Quotation marks, the dash and the ellipsis, as Chinese and Japanese texts have them.
private let sharedMarks = Set("“”‘’—…".unicodeScalars)

private enum ScalarSpelling {
  /// A ligature as its letters, which the font joins itself.
  static func ligature(_ scalar: Unicode.Scalar) -> StaticString {
    switch scalar.value {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    default: "st"
    }
  }

  /// Joiners, which change the shape of letters beside them.
  static func shapes(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }
}
