import BookModel
import SourceText

/// `book.yml`: what an author says of the book (`Docs/book-yml.md`). Every key is optional.
struct BookSettings {
  /// Every key, in the order of the documentation.
  static let keys = [
    "title", "subtitle", "authors", "language", "identifier", "publisher", "rights", "date", "version", "description",
    "subjects", "cover", "theme", "url", "docs", "sidebars", "math", "locale", "words", "tabs", "components",
    "smart-quotes", "print",
  ]
  private static let authorKeys = ["name", "role", "sort"]

  var texts: [String: String] = [:]
  var authors: [Contributor]?
  var subjects: [String]?
  /// Ids or folders of docs instances, in the book's order.
  var docs: [String]?
  /// Names of sidebars, in the book's order.
  var sidebars: [String]?
  var math: Bool?
  /// Commands of the author's own in formulas.
  var mathMacros: [MathMacro] = []
  var choices = BookChoices()
  /// Words the book is to speak in place of ours.
  var words: [WordChoice] = []
  let file: SourceFile

  /// Problems are reported, and what is wrong left out.
  init(_ value: Value, file: SourceFile, findings: inout Findings) {
    self.file = file
    guard let members = value.members else {
      if value != .null {
        findings.error(.settingsWrongType, "the book's settings are no list of keys", at: file.place(of: nil))
      }
      return
    }
    for member in members { read(member, findings: &findings) }
  }

  private mutating func read(_ member: Value.Member, findings: inout Findings) {
    guard member.value != .null else { return }
    switch member.key {
    case "title", "subtitle", "language", "identifier", "publisher", "rights", "date", "version", "description",
      "cover", "theme", "url", "locale":
      if let text = member.value.scalarText {
        texts[member.key] = text
      } else {
        wrong(member.key, "a text", &findings)
      }
    case "authors": authors = contributors(member.value, &findings)
    case "subjects": subjects = names(member, &findings)
    case "docs": docs = names(member, &findings)
    case "sidebars": sidebars = names(member, &findings)
    case "words": words = words(member.value, &findings)
    case "tabs": readTabs(member.value, &findings)
    case "components": readComponents(member.value, &findings)
    case "smart-quotes":
      choices.hasSmartQuotes = member.value.bool ?? false
      if member.value.bool == nil { wrong(member.key, "`true` or `false`", &findings) }
    case "print": readPrint(member.value, &findings)
    case "math": readMath(member.value, &findings)
    default: unknown(member.key, among: BookSettings.keys, &findings)
    }
  }

  /// `true`, `false`, or `{macros: {"\\RR": "\\mathbb{R}"}}`, which is as much as `true`.
  private mutating func readMath(_ value: Value, _ findings: inout Findings) {
    math = value.bool ?? (value.members == nil ? nil : true)
    if math == nil { wrong("math", "`true`, `false` or an object with `macros`", &findings) }
    for member in value.members ?? [] {
      guard member.key == "macros" else {
        unknown(member.key, among: ["macros"], &findings)
        continue
      }
      if let macros = MathMacro.macros(in: member.value) {
        mathMacros = macros
      } else {
        wrong("macros", "an object whose values are TeX", &findings)
      }
    }
  }

  func wrong(_ key: String, _ expected: String, _ findings: inout Findings) {
    findings.error(.settingsWrongType, "`\(key)` is not \(expected)", at: file.key(key))
  }

  func unknown(_ key: String, among keys: [String], _ findings: inout Findings) {
    findings.warning(
      .settingsUnknownKey, "`\(key)` is no setting of a book", at: file.key(key),
      help: nearest(to: key, among: keys).map { "did you mean `\($0)`?" })
  }

  /// A list of texts, or one text alone.
  private func names(_ member: Value.Member, _ findings: inout Findings) -> [String]? {
    let values = member.value.array ?? [member.value]
    let texts = values.compactMap(\.scalarText)
    if texts.count != values.count { wrong(member.key, "a list of texts", &findings) }
    return texts
  }

  /// A name, `{name, role, sort}`, or a list of both.
  private func contributors(_ value: Value, _ findings: inout Findings) -> [Contributor] {
    (value.array ?? [value]).compactMap { entry in
      if let name = entry.scalarText { return Contributor(name: name) }
      guard let name = entry["name"]?.scalarText else {
        wrong("authors", "a name, or an object with a `name`", &findings)
        return nil
      }
      for member in entry.members ?? [] where !BookSettings.authorKeys.contains(member.key) {
        unknown(member.key, among: BookSettings.authorKeys, &findings)
      }
      let role = entry["role"]?.scalarText.map { self.role($0, &findings) } ?? "aut"
      return Contributor(name: name, role: role, sortName: entry["sort"]?.scalarText)
    }
  }

  private func words(_ value: Value, _ findings: inout Findings) -> [WordChoice] {
    guard let members = value.members else {
      wrong("words", "a list of words by their names", &findings)
      return []
    }
    return members.compactMap { member in
      guard WordChoice.keys.contains(member.key) else {
        unknown(member.key, among: WordChoice.keys, &findings)
        return nil
      }
      guard let text = member.value.scalarText else {
        wrong(member.key, "a text", &findings)
        return nil
      }
      return WordChoice(key: member.key, text: text)
    }
  }

  private func role(_ text: String, _ findings: inout Findings) -> String {
    if let code = Roles.code(of: text) { return code }
    findings.warning(
      .settingsWrongType, "`\(text)` is no role that is known", at: file.key("role"),
      help: nearest(to: text, among: Roles.words).map { "did you mean `\($0)`?" }
        ?? "write a word such as `editor`, or a MARC relator code of three letters")
    return "ctb"
  }
}

/// MARC relator codes (id.loc.gov/vocabulary/relators) and the words for them.
enum Roles {
  private static let codes: [(word: String, code: String)] = [
    ("author", "aut"), ("editor", "edt"), ("illustrator", "ill"), ("translator", "trl"), ("contributor", "ctb"),
    ("photographer", "pht"), ("designer", "dsr"), ("book designer", "bkd"), ("cover designer", "cov"),
    ("compiler", "com"), ("annotator", "ann"), ("artist", "art"), ("publisher", "pbl"), ("reviewer", "rev"),
    ("proofreader", "pfr"), ("technical editor", "edt"), ("foreword", "aui"), ("introduction", "aui"),
    ("afterword", "aft"), ("adapter", "adp"), ("commentator", "cwt"), ("narrator", "nrt"), ("producer", "pro"),
    ("typographer", "tyg"), ("sponsor", "spn"), ("copyright holder", "cph"),
  ]

  static let words = codes.map(\.word)

  /// The code of a word; a code of three letters is itself.
  static func code(of text: String) -> String? {
    let wanted = text.lowercased()
    if let found = codes.first(where: { $0.word == wanted }) { return found.code }
    let isCode =
      wanted.utf8.count == 3 && wanted.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return isCode ? wanted : nil
  }
}
