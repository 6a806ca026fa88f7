import BookModel

/// What the text of a book in Chinese, Japanese or Korean asks of its lines, beside the breaks that every book gets.
enum EastAsia: Sendable {
  case simplified, traditional, japanese, korean

  init?(language: String) {
    let tag = LanguageTag(language)
    switch tag.language {
    case "zh": self = tag.script == "hant" ? .traditional : .simplified
    case "ja": self = .japanese
    case "ko": self = .korean
    default: return nil
    }
  }

  /// Whether marks stand in one half of their square, so that two of them in a row leave a hole between them. Taiwan's and
  /// Hong Kong's stand in its middle; Korea's are no wider than they must be.
  var hasMarksInHalves: Bool { self == .simplified || self == .japanese }
}

extension ContentWriter {
  /// What stands between two letters beside each other where one is of a script without spaces: a place where the line
  /// may break, unless one clings to the other (UAX #14, classes ID, OP, CL, NS; JIS X 4051); a quarter of an em
  /// between an ideograph and a Western letter or number (JLREQ §3.2.3, CLREQ §3.2.2); less between two marks in a row.
  /// Korean words, which have spaces, may break as well, and so may Thai and Lao where a vowel that begins its syllable
  /// follows.
  func breakLine(before next: Unicode.Scalar, code: Bool?) {
    guard code != false, let last = lastLetter, last != " ", next != " " else { return }
    if next.beginsSyllable, last.isThaiOrLao { return tex.raw("\\hpbk{}") }
    guard last.isIdeographic || next.isIdeographic else { return }
    if code == nil, edition.eastAsia?.hasMarksInHalves == true, last.isMarkInHalf, next.isMarkInHalf {
      tex.raw("\\hpcjkclose{}")
    }
    guard !next.mayNotBeginLine, !last.mayNotEndLine else { return }
    if code == nil, edition.eastAsia != nil, last.meetsWestern(next) || next.meetsWestern(last) {
      tex.raw("\\hpcjkwestern{}")
    } else {
      tex.raw(last.isHangul && next.isHangul ? "\\hpbk{}" : "\\hpcjk{}")
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is an ideograph or kana, and the other a letter or number of the West.
  fileprivate func meetsWestern(_ other: Unicode.Scalar) -> Bool {
    isIdeographic && !isHangul && properties.isAlphabetic && value < 0xFF00 && !other.isIdeographic
      && (other.properties.isAlphabetic || other.properties.numericType == .decimal)
  }

  /// Wide brackets, commas and stops, of which one half is empty.
  fileprivate var isMarkInHalf: Bool { Unicode.Scalar.marksInHalves.contains(self) }

  private static let marksInHalves = Set("、。，．：；）〕］｝〉》」』】〗（〔［｛〈《「『【〖“”‘’".unicodeScalars)
}
