import BookModel
import SourceText

extension FrontWriter {
  /// The class with its options, the page, the colours, the fonts, and what the book says of itself.
  func preamble() {
    let options = edition.options
    tex.raw("% Made by Handpress. Run `lualatex book.tex` two times.")
    tex.newline()
    tex.raw("\\documentclass[")
    tex.raw(edition.isPrint ? "print" : "screen")
    if edition.isPrint, options.opensOnRecto { tex.raw(",recto") }
    if edition.direction == .rightToLeft { tex.raw(",righttoleft") }
    tex.raw(",fontsize=")
    tex.points(options.bodySize)
    tex.raw("]{handpress}")
    tex.newline()
    geometry()
    setup()
    tex.command("input", .path("theme.tex"))
    tex.newline()
    tex.command("input", .path("fonts.tex"))
    tex.blankLine()
  }

  private func geometry() {
    let layout = edition.layout
    tex.raw("\\geometry{")
    let lengths: [(StaticString, Double)] = [
      ("paperwidth=", layout.width), (",paperheight=", layout.height), (",inner=", layout.inner),
      (",outer=", layout.outer), (",top=", layout.top), (",bottom=", layout.bottom),
      (",bindingoffset=", layout.binding),
    ]
    for (key, length) in lengths {
      tex.raw(key)
      tex.points(length)
    }
    tex.raw(",headsep=14pt,footskip=26pt,marginparwidth=0pt,marginparsep=0pt}")
    tex.newline()
  }

  private func setup() {
    let authors = metadata.authors.map(\.name).joined(separator: ", ")
    key("title=", edition.title)
    key("subtitle=", metadata.subtitle)
    key("author=", authors)
    key("language=", edition.language)
    key("subject=", metadata.description)
    key("keywords=", metadata.subjects.joined(separator: ", "))
    let page = PageWord(words)
    printed("page before=", page.before)
    printed("page after=", page.after)
    key("date=", edition.options.date ?? metadata.date)
    if let patterns = HyphenationPatterns.name(of: edition.language) { key("hyphenation=", patterns) }
    let leading = Leading.factor(of: edition.language)
    if leading != 1 {
      tex.raw("\\hpsetup{leading=")
      tex.decimal(leading)
      tex.raw("}")
      tex.newline()
    }
    guard edition.layout.bleed + edition.layout.slug > 0 else { return }
    tex.raw("\\hpsetup{bleed=")
    tex.points(edition.layout.bleed)
    tex.raw(",slug=")
    tex.points(edition.layout.slug)
    tex.raw(edition.options.hasCropMarks ? ",marks}" : "}")
    tex.newline()
  }

  /// A key whose value is printed.
  private func printed(_ name: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    tex.raw("\\hpsetup{")
    tex.raw(name)
    tex.raw("{")
    content.text(value)
    tex.raw("}}")
    tex.newline()
  }

  private func key(_ name: StaticString, _ value: String?) {
    guard let value, !value.isBlank else { return }
    tex.raw("\\hpsetup{")
    tex.raw(name)
    tex.raw("{")
    tex.plain(value)
    tex.raw("}}")
    tex.newline()
  }
}

/// How much further apart the lines of a book are than those of Latin letters.
enum Leading {
  static func factor(of tag: String) -> Double { factors[LanguageTag(tag).language] ?? 1 }

  private static let factors: [String: Double] = [
    // Marks over and under letters that reach high and low themselves.
    "ar": 1.22, "fa": 1.22, "ur": 1.3, "ps": 1.22, "sd": 1.22, "ug": 1.22, "ckb": 1.22, "th": 1.2, "lo": 1.2,
    "km": 1.35,
    "my": 1.4, "hi": 1.12, "mr": 1.12, "ne": 1.12, "sa": 1.15, "bn": 1.12, "ta": 1.12, "te": 1.2, "kn": 1.2, "ml": 1.15,
    "si": 1.15, "bo": 1.4,
    // Letters as high and as wide as their square.
    "zh": 1.15, "ja": 1.15, "ko": 1.1,
  ]
}

/// The names TeX's installations give to patterns of hyphenation (hyph-utf8, `language.dat.lua`).
enum HyphenationPatterns {
  /// By a BCP 47 tag; nil for American English, which every format has, and for languages without patterns.
  static func name(of tag: String) -> String? {
    let lowered = tag.lowercased()
    if lowered == "en-gb" { return "ukenglish" }
    guard let language = lowered.split(separator: "-").first else { return nil }
    return names[String(language)]
  }

  private static let names: [String: String] = [
    "de": "ngerman", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese", "nl": "dutch",
    "pl": "polish", "cs": "czech", "sv": "swedish", "da": "danish", "fi": "finnish", "nb": "bokmal", "nn": "nynorsk",
    "no": "bokmal", "ru": "russian", "uk": "ukrainian", "tr": "turkish", "hu": "hungarian", "ro": "romanian",
    "el": "monogreek", "sk": "slovak", "sl": "slovenian", "hr": "croatian", "ca": "catalan", "bg": "bulgarian",
    "et": "estonian", "lv": "latvian", "lt": "lithuanian", "la": "latin", "hi": "hindi",
  ]
}

/// The words round the number of a page, as `page {n}` has them.
private struct PageWord {
  let before: String
  let after: String

  init(_ words: InterfaceWords) {
    let pattern = Array(words.page.utf8)
    let mark = Array("{n}".utf8)
    let start = pattern.indices.first { pattern[$0...].starts(with: mark) } ?? pattern.endIndex
    before = String(decoding: pattern[..<start], as: UTF8.self)
    after = String(decoding: pattern[start...].dropFirst(mark.count), as: UTF8.self)
  }
}
