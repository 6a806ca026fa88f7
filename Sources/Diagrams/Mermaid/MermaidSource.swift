/// A Mermaid source without its wrappings: front matter, directives, comments and the accessible texts are read and
/// taken off (Mermaid's documentation: "Syntax structure", "Directives", "Accessibility options").
struct MermaidSource: Sendable {
  struct Line: Equatable, Sendable {
    /// Counted from 1 in the diagram's source.
    var number: Int
    /// Without the spaces around it.
    var text: String
    /// The columns before the first letter; a tab counts as 4.
    var indent: Int
  }

  /// The first word: `flowchart`, `sequenceDiagram`.
  private(set) var keyword = ""
  /// What stands behind the first word on its line: `LR`.
  private(set) var argument = ""
  private(set) var keywordLine = 1
  /// The lines behind the first, empty ones left out.
  private(set) var lines: [Line] = []
  private(set) var title: String?
  private(set) var accessibleTitle: String?
  var accessibleDescription: String?
  /// Settings of front matter and `%%{init}%%` as far as they are plain `key: value` pairs, by their last keys:
  /// `curve`, `nodeSpacing`, `showData`.
  private(set) var settings: [String: String] = [:]

  init(_ text: String) {
    var raw = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)[...]
    var number = 1
    skipEmpty(&raw, &number)
    readFrontMatter(&raw, &number)
    read(Array(raw), from: number)
  }

  private func skipEmpty(_ raw: inout ArraySlice<String>, _ number: inout Int) {
    while let first = raw.first, first.trimmingSpaces.isEmpty {
      raw.removeFirst()
      number += 1
    }
  }

  private mutating func readFrontMatter(_ raw: inout ArraySlice<String>, _ number: inout Int) {
    guard raw.first?.trimmingSpaces == "---",
      let end = raw.dropFirst().firstIndex(where: { $0.trimmingSpaces == "---" })
    else { return }
    for line in raw[raw.index(after: raw.startIndex)..<end] {
      guard let (key, value) = line.keyAndValue else { continue }
      if key == "title", line.first?.isWhitespace == false { title = LabelMarkup.unquoted(value) }
      if !value.isEmpty { settings[key] = LabelMarkup.unquoted(value) }
    }
    number += end - raw.startIndex + 1
    raw = raw[(end + 1)...]
  }

  private mutating func read(_ raw: [String], from first: Int) {
    var index = 0
    while index < raw.count {
      let number = first + index
      let written = raw[index]
      let text = written.trimmingSpaces
      index += 1
      if text.hasPrefix("%%{") {
        var directive = text
        while !directive.contains("}%%"), index < raw.count {
          directive += " " + raw[index].trimmingSpaces
          index += 1
        }
        readDirective(directive)
        let rest = directive.range(of: "}%%").map { String(directive[$0.upperBound...]).trimmingSpaces } ?? ""
        if !rest.isEmpty { add(rest, number: number, indent: 0) }
      } else if text.hasPrefix("%%") || text.isEmpty {
        continue
      } else if text.hasPrefix("accTitle"), let (_, value) = text.keyAndValue {
        accessibleTitle = value
      } else if text.hasPrefix("accDescr") {
        index = readDescription(text, raw, from: index)
      } else {
        add(text, number: number, indent: written.indentation)
      }
    }
  }

  /// `accDescr: one line`, or `accDescr { lines }`.
  private mutating func readDescription(_ text: String, _ raw: [String], from start: Int) -> Int {
    var index = start
    if let (_, value) = text.keyAndValue {
      accessibleDescription = value
      return index
    }
    var parts = [String(text.dropFirst("accDescr".count)).trimmingSpaces]
    while !parts[parts.count - 1].hasSuffix("}"), index < raw.count {
      parts.append(raw[index].trimmingSpaces)
      index += 1
    }
    let joined = parts.joined(separator: " ").filter { $0 != "{" && $0 != "}" }
    accessibleDescription = joined.trimmingSpaces
    return index
  }

  private mutating func add(_ text: String, number: Int, indent: Int) {
    guard keyword.isEmpty else {
      lines.append(Line(number: number, text: text, indent: indent))
      return
    }
    keyword = String(text.prefix { !$0.isWhitespace && $0 != ";" && $0 != ":" })
    keywordLine = number
    argument = String(text.dropFirst(keyword.count)).trimmingSpaces
  }

  /// `%%{init: {"flowchart": {"curve": "linear"}}}%%`: the pairs at the bottom are what is asked for.
  private mutating func readDirective(_ text: String) {
    for piece in text.split(whereSeparator: { ",{}".contains($0) }) {
      guard let (key, value) = String(piece).keyAndValue, !value.isEmpty else { continue }
      settings[LabelMarkup.unquoted(key)] = LabelMarkup.unquoted(value)
    }
  }
}

extension String {
  /// `key: value` with the spaces around both taken off; nil without a colon.
  var keyAndValue: (key: String, value: String)? {
    guard let colon = firstIndex(of: ":") else { return nil }
    return (String(self[..<colon]).trimmingSpaces, String(self[index(after: colon)...]).trimmingSpaces)
  }

  /// The columns before the first letter; a tab counts as 4.
  var indentation: Int {
    var columns = 0
    for character in self {
      if character == " " { columns += 1 } else if character == "\t" { columns += 4 } else { break }
    }
    return columns
  }

  /// Where a string stands first; nil where it does not.
  func range(of needle: String) -> Range<Index>? {
    guard let first = needle.first else { return nil }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].hasPrefix(needle) { return found..<index(found, offsetBy: needle.count) }
      start = index(after: found)
    }
    return nil
  }
}
