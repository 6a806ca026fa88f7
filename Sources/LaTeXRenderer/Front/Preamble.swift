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
    key("page before=", page.before)
    key("page after=", page.after)
    key("date=", edition.options.date ?? metadata.date)
    if let patterns = HyphenationPatterns.name(of: edition.language) { key("hyphenation=", patterns) }
    guard edition.layout.bleed + edition.layout.slug > 0 else { return }
    tex.raw("\\hpsetup{bleed=")
    tex.points(edition.layout.bleed)
    tex.raw(",slug=")
    tex.points(edition.layout.slug)
    tex.raw(edition.options.hasCropMarks ? ",marks}" : "}")
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
