/// The marks that a language puts round what is quoted, and round a quotation in one (CLDR, `delimiters`).
struct QuotationMarks {
  var outer: (open: String, close: String)
  var inner: (open: String, close: String)

  /// By a BCP 47 tag; nil for languages whose quotations are not marked by what stands for them on a typewriter.
  init?(language tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard let language = parts.first else { return nil }
    switch language {
    case "de", "cs", "sk", "sl", "lt", "bg", "is", "hr", "sr": self.init("„", "“", "‚", "‘")
    case "fr": self.init("«\u{202F}", "\u{202F}»", "“", "”")
    case "es", "it", "ca", "el": self.init("«", "»", "“", "”")
    case "pt" where parts.dropFirst().first != "br": self.init("«", "»", "“", "”")
    case "ru", "uk", "be": self.init("«", "»", "„", "“")
    case "nb", "nn", "no": self.init("«", "»", "‘", "’")
    case "pl", "hu", "ro": self.init("„", "”", "«", "»")
    case "sv", "fi": self.init("”", "”", "’", "’")
    case "da": self.init("»", "«", "›", "‹")
    case "ja", "he", "ar", "fa", "ur": return nil
    default: self.init("“", "”", "‘", "’")
    }
  }

  private init(_ open: String, _ close: String, _ innerOpen: String, _ innerClose: String) {
    outer = (open, close)
    inner = (innerOpen, innerClose)
  }

  /// What stands for each straight quote of a text, in order. Those that are no quotation marks are apostrophes, or primes
  /// behind a number; one between blanks stays as it is.
  func marks(in text: String) -> [String] {
    var reading = Reading(text: Array(text.unicodeScalars), marks: self)
    return reading.text.indices.compactMap { reading.mark(at: $0) }
  }
}

/// A text while its quotes are read, from the left.
private struct Reading {
  let text: [Unicode.Scalar]
  let marks: QuotationMarks
  /// The quotations that are open, outermost first, each by its straight quote.
  private var open: [Unicode.Scalar] = []
  /// Where the last quotation was opened.
  private var lastOpening: Int?

  init(text: [Unicode.Scalar], marks: QuotationMarks) {
    self.text = text
    self.marks = marks
  }

  /// nil for what is no straight quote.
  mutating func mark(at index: Int) -> String? {
    switch text[index] {
    case "\"": double(at: index)
    case "'": single(at: index)
    default: nil
    }
  }

  private mutating func double(at index: Int) -> String {
    let (last, next) = neighbours(of: index)
    if last.isWhitespace, next.isWhitespace { return "\"" }
    if last.isNumber, !open.contains("\"") { return "″" }
    if canOpen(at: index) {
      open.append("\"")
      lastOpening = index
      return marks.outer.open
    }
    if let start = open.lastIndex(of: "\"") { open.removeSubrange(start...) }
    return marks.outer.close
  }

  private mutating func single(at index: Int) -> String {
    let (last, next) = neighbours(of: index)
    if last.isWhitespace, next.isWhitespace { return "'" }
    if last.isNumber, !next.isLetter, !open.contains("'") { return "′" }
    if canOpen(at: index), !isElision(at: index), closes(after: index) {
      open.append("'")
      lastOpening = index
      return marks.inner.open
    }
    if !next.isLetter, !next.isNumber, let start = open.lastIndex(of: "'") {
      open.removeSubrange(start...)
      return marks.inner.close
    }
    return "’"
  }

  private func neighbours(of index: Int) -> (last: Unicode.Scalar, next: Unicode.Scalar) {
    (index > 0 ? text[index - 1] : " ", index + 1 < text.count ? text[index + 1] : " ")
  }

  private func canOpen(at index: Int) -> Bool {
    let (last, next) = neighbours(of: index)
    let follows = last.isWhitespace || "([{<-–—/=|«“‘„‚".unicodeScalars.contains(last)
    return !next.isWhitespace && (follows || index > 0 && lastOpening == index - 1)
  }

  /// Whether a quotation that opens here is closed: by a quote behind a letter or a mark, and not before a letter.
  private func closes(after index: Int) -> Bool {
    text.indices.dropFirst(index + 2).contains { place in
      let (last, next) = neighbours(of: place)
      return text[place] == "'" && !last.isWhitespace && !next.isLetter && !next.isNumber
    }
  }

  /// `'90s`, `'em`: the apostrophe of what was left out.
  private func isElision(at index: Int) -> Bool {
    let letters = text[(index + 1)...].prefix { $0.isLetter || $0.isNumber }
    let word = String(String.UnicodeScalarView(letters)).lowercased()
    return letters.first?.isNumber == true || ["em", "tis", "twas", "til", "cause", "n"].contains(word)
  }
}

extension Unicode.Scalar {
  fileprivate var isWhitespace: Bool { properties.isWhitespace }
  fileprivate var isLetter: Bool { properties.isAlphabetic }
  fileprivate var isNumber: Bool { properties.numericType != nil }
}
