import Foundation
import Testing

/// A Markdown file that tells a story and is a test: the files of a handbook, a command, what it prints, and what
/// stands in the book.
///
/// Fenced blocks have a meaning by their info string:
/// - `<language> file=<path>`: a file of the handbook; `\` at the end of a line is no escape, bytes are as written, but
///   for the language `base64`, whose text stands for a file that is no text.
/// - `console`: `$ handpress …`, run in the handbook's folder, then all it prints to standard error and output;
///   a last line `[exit N]` for a status other than 0.
/// - `<language> in=<path>`: text that the book's file of that path must hold, white space folded; `not-in=` text it
///   must not hold. A path is relative to the archive's root, or `latex/` and a path in the LaTeX edition; `*` stands for
///   any characters.
struct Scenario: Sendable, CustomTestStringConvertible {
  struct Expectation: Sendable {
    var path: String
    var text: String
    var isAbsent: Bool
  }

  var name: String
  var files: [(path: String, bytes: Data)] = []
  var command: [String] = []
  var output = ""
  var status: Int32 = 0
  var expectations: [Expectation] = []

  var testDescription: String { name }

  init(name: String, markdown: String) throws {
    self.name = name
    for block in fencedBlocks(markdown) {
      let words = block.info.split(separator: " ").map(String.init)
      if let path = words.value(of: "file") {
        let bytes = words[0] == "base64" ? Data(base64Encoded: block.text, options: .ignoreUnknownCharacters) : nil
        files.append((path, bytes ?? Data(block.text.utf8)))
      } else if let path = words.value(of: "in") {
        expectations.append(Expectation(path: path, text: block.text, isAbsent: false))
      } else if let path = words.value(of: "not-in") {
        expectations.append(Expectation(path: path, text: block.text, isAbsent: true))
      } else if words.first == "console" {
        try readConsole(block.text)
      } else {
        throw Malformed("\(name): a fenced block with the info string `\(block.info)` has no meaning")
      }
    }
    guard !command.isEmpty, !files.isEmpty else { throw Malformed("\(name): no command or no files") }
  }

  struct Malformed: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }

  private mutating func readConsole(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let prompt = "$ handpress "
    guard command.isEmpty, let first = lines.first, first.hasPrefix(prompt) else {
      throw Malformed("\(name): a console block must begin with `\(prompt)`, and there may be one only")
    }
    command = first.dropFirst(prompt.count).split(separator: " ").map(String.init)
    lines.removeFirst()
    if lines.last == "" { lines.removeLast() }
    if let last = lines.last, let match = last.wholeMatch(of: #/\[exit (\d+)\]/#) {
      status = Int32(match.1)!
      lines.removeLast()
    }
    output = lines.map { $0 + "\n" }.joined()
  }
}

extension [String] {
  /// `file=docs/a.md` → `docs/a.md`.
  fileprivate func value(of key: String) -> String? {
    first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
  }
}

/// The top-level fenced blocks of a Markdown text. A fence closes with as many backticks as opened it.
private func fencedBlocks(_ markdown: String) -> [(info: String, text: String)] {
  var blocks: [(info: String, text: String)] = []
  var fence: Substring?
  for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
    let ticks = line.prefix { $0 == "`" }
    if let open = fence {
      if line == open {
        fence = nil
      } else {
        blocks[blocks.count - 1].text += line + "\n"
      }
    } else if ticks.count >= 3 {
      fence = ticks
      blocks.append((String(line.dropFirst(ticks.count)), ""))
    }
  }
  return blocks
}
