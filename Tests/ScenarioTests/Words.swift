import Foundation

/// The words of a text with how often each stands in it: letters and digits that follow one another, in lower case.
struct Words {
  private(set) var counts: [String: Int] = [:]

  mutating func add(_ text: some StringProtocol) {
    for word in String(text).unicodeScalars.split(whereSeparator: { !Words.isPart($0) }) {
      counts[String(String.UnicodeScalarView(word)).lowercased().precomposedStringWithCanonicalMapping, default: 0] += 1
    }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The words of `other` that are more often there than here.
  func lacking(_ other: Words) -> [String: Int] {
    other.counts.reduce(into: [:]) { result, entry in
      let difference = entry.value - (counts[entry.key] ?? 0)
      if difference > 0 { result[entry.key] = difference }
    }
  }
}

/// What of a page's Markdown a reader should meet: marks, addresses and names of constructs taken out, by rules of
/// their own that know nothing of how Handpress reads.
struct WrittenPage {
  private(set) var words = Words()
  /// The words of each line, counted from 1, as they are written.
  private(set) var lines: [Substring]

  init(_ text: String) {
    lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map { $0 }
    var rest = lines[...]
    if rest.first.map(WrittenPage.isRule) == true {
      rest = rest.dropFirst().drop { !WrittenPage.isRule($0) }.dropFirst()
    }
    var prose: [Substring] = []
    var fence: (marks: Substring, isShown: Bool)?
    for line in rest {
      let trimmed = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
      let marks = trimmed.prefix { $0 == "`" || $0 == "~" }
      if let open = fence {
        if marks.count >= open.marks.count, trimmed.dropFirst(marks.count).allSatisfy({ $0 == " " }) {
          fence = nil
        } else if open.isShown, marks.count < 3, !line.contains("highlight-") {
          // A line of marks and a language may open a fence in truth, where one in a list was never closed.
          words.add(line)
        }
      } else if marks.count >= 3, !trimmed.dropFirst(marks.count).contains("`") {
        // Diagrams and formulas are drawn, and their words stand in the drawing.
        let info = trimmed.dropFirst(marks.count)
        fence = (marks, !["mermaid", "math"].contains(info.prefix { $0 != " " }))
        if let title = info.firstMatch(of: #/title=["'](.*?)["']/#) { words.add(title.1) }
      } else if !isModuleLine(line) {
        prose.append(line)
      }
    }
    words.add(WrittenPage.shown(prose.joined(separator: "\n")))
  }

  /// A line of the front matter's edge.
  private static func isRule(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " }
  }

  private func isModuleLine(_ line: Substring) -> Bool {
    line.hasPrefix("import ") || line.hasPrefix("export ")
  }

  /// Prose without its marks.
  private static func shown(_ text: String) -> String {
    var text = text
    let rules: [(Regex<AnyRegexOutput>, (Regex<AnyRegexOutput>.Match) -> String)] = [
      (Regex(#/(?s)<!--.*?-->|\{\/\*.*?\*\/\}/#), { _ in " " }),
      (Regex(#/(?s)\$\$.*?\$\$/#), { _ in " " }),
      (Regex(#/\$[^\s$](?:[^$\n]*[^\s$\\])?\$/#), { _ in " " }),
      (
        Regex(#/`[^`\n]+`/#),
        { String($0.output[0].substring ?? "").replacing("<", with: " ").replacing("[", with: " ") }
      ),
      (Regex(#/(?m)^\s*\[(?!\^)[^\]\n]+\]:\s.*$/#), { _ in " " }),
      (
        Regex(#/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"([^"]*)")?\)/#),
        { "] " + String($0.output[1].substring ?? "") }
      ),
      (Regex(#/\]\[[^\]\n]*\]/#), { _ in "] " }),
      (Regex(#/\[\^[^\]\n]+\]:?/#), { _ in " " }),
      (Regex(#/\{#[^}\n]+\}/#), { _ in " " }),
      (Regex(#/(?m)^[>\s]*\d+[.)]\s/#), { _ in " " }),
      (Regex(#/(?m)^([>\s]*):{2,}\s*[A-Za-z-]*/#), { _ in " " }),
      (
        Regex(#/<\/?[A-Za-z][^<>]*>/#),
        { tag in
          let text = String(tag.output[0].substring ?? "")
          return text.matches(of: #/\b(?:title|label|alt|summary|caption)="([^"]*)"/#).map { " \($0.1) " }.joined()
            + " "
        }
      ),
      (Regex(#/\{[^{}\n]*\}/#), { _ in " " }),
      (Regex(#/&[A-Za-z#0-9]+;/#), { _ in " " }),
    ]
    for (pattern, replacement) in rules { text = text.replacing(pattern, with: replacement) }
    return text
  }
}

/// The words that a book's chapters show: their text, and what `alt`, `title` and `alttext` say.
extension Words {
  mutating func add(xhtml: String) {
    var text = ""
    var rest = xhtml[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[open...]
      let end = rest.firstIndex(of: ">") ?? rest.endIndex
      let tag = rest[..<end]
      for match in tag.matches(of: #/ (?:alt|title|alttext)="([^"]*)"/#) { text += " \(match.1) " }
      text += " "
      rest = rest[end...].dropFirst()
    }
    for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(name, with: character)
    }
    add(text)
  }
}
