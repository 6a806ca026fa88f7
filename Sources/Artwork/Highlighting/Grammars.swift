import BookModel
import JavaScriptBinding
import SourceText

/// Prism's grammars: their names, other names and what each needs to be loaded before it (`components.json`).
struct Grammars: Sendable {
  /// Where Debian's node-prismjs puts it, from `/usr/share`.
  static let folder = "nodejs/prismjs"

  private struct Grammar: Sendable {
    var needs: [String] = []
    /// Whether it changes other grammars rather than being a language: what a listing looks like would depend on
    /// the other listings of its book.
    var isPatch = false
  }

  /// Each finds the others inside itself, but only when they are loaded; so they always come together.
  private static let ofPages = ["markup", "css", "javascript"]

  /// Names that authors use and Prism does not know.
  private static let moreNames = [
    "c++": "cpp", "c#": "csharp", "f#": "fsharp", "golang": "go", "console": "shell-session",
    "terminal": "shell-session",
    "zsh": "bash", "jsonl": "json", "jsonc": "json5", "mysql": "sql", "postgres": "sql", "postgresql": "sql",
  ]

  private var grammars: [String: Grammar] = [:]
  private var names = Grammars.moreNames

  /// - Throws: `MissingLibrary` when Prism is not installed.
  init(libraries: any World) throws(MissingLibrary) {
    guard let bytes = try? libraries.read(Grammars.folder + "/components.json"),
      case .success(let value) = JSONReader.read(bytes), let languages = value["languages"]?.members
    else { throw .prism }
    for member in languages where member.key != "meta" {
      grammars[member.key] = Grammar(
        needs: ["require", "optional"].flatMap { Grammars.list(member.value[$0]) },
        isPatch: member.value["modify"] != nil && !Grammars.ofPages.contains(member.key))
      for alias in Grammars.list(member.value["alias"]) { names[alias] = member.key }
    }
  }

  private static func list(_ value: Value?) -> [String] {
    value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? []
  }

  /// The grammar of a language as an author names it in lower case; nil where Prism has none.
  func grammar(of language: String) -> String? {
    let name = names[language] ?? language
    guard let grammar = grammars[name], !grammar.isPatch else { return nil }
    return name
  }

  /// The files to load for grammars, in order: what each needs stands before it.
  func files(for wanted: [String]) -> [String] {
    var order: [String] = []
    var seen = Set<String>()
    func visit(_ name: String) {
      guard let grammar = grammars[name], !grammar.isPatch, seen.insert(name).inserted else { return }
      for need in grammar.needs { visit(names[need] ?? need) }
      if Grammars.ofPages.contains(name) { visit(Grammars.ofPages[0]) }
      order.append("\(Grammars.folder)/components/prism-\(name).min.js")
      if name == Grammars.ofPages[0] { Grammars.ofPages.forEach(visit) }
    }
    for name in wanted { visit(name) }
    return order
  }
}
