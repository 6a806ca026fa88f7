import BookModel
import SourceText

extension [Block] {
  /// Fences marked `tab` that follow one another as one set of tabs (`docusaurus-remark-plugin-tab-blocks`): its
  /// panels are called as the mark says, else after the language.
  func gatheringTabFences() -> [Block] {
    guard contains(where: { $0.tabFence != nil }) else { return self }
    var result: [Block] = []
    var panels: [Tabs.Panel] = []
    var range: SourceRange?
    func flush() {
      guard let place = range else { return }
      result.append(Block(.tabs(Tabs(group: "code-examples", panels: panels)), at: place))
      (panels, range) = ([], nil)
    }
    for block in self {
      if let (code, label) = block.tabFence {
        let blocks = [Block(.code(code), at: block.range)]
        panels.append(Tabs.Panel(value: code.language ?? label, label: label, blocks: blocks))
        range = range?.joined(with: block.range) ?? block.range
      } else {
        flush()
        result.append(block)
      }
    }
    flush()
    return result
  }
}

extension Block {
  /// The code of a fence marked `tab`, without the mark, and what its tab is called.
  fileprivate var tabFence: (CodeBlock, label: String)? {
    guard case .code(var code) = kind, let mark = TabMark(in: code.meta) else { return nil }
    code.meta = mark.rest
    return (code, mark.label.isEmpty ? LanguageNames.name(of: code.language ?? "Code") : mark.label)
  }
}

/// `tab`, `tab="Label"` or `tab={"label": "Label"}` in an info string.
private struct TabMark {
  /// Empty where none is given.
  var label: String
  /// The info string without the mark.
  var rest: String

  init?(in meta: String) {
    guard meta.utf8.count >= 3,
      let word = meta.split(separator: " ").first(where: { $0 == "tab" || $0.hasPrefix("tab=") })
    else { return nil }
    let before = meta[..<word.startIndex]
    guard word != "tab" else {
      label = ""
      rest = String(before + meta[word.endIndex...])
      return
    }
    let value = String(meta[word.index(word.startIndex, offsetBy: 4)...])
    var parser = ScriptParser(value, scope: ScriptScope())
    let read = parser.expression()
    label = read?.string ?? read?["label"]?.scalarText ?? ""
    rest = String(before) + String(decoding: value.utf8.dropFirst(parser.position), as: UTF8.self)
  }
}

/// Languages of code by the names people know them under; any other by its own.
enum LanguageNames {
  static func name(of language: String) -> String { names[language.lowercased()] ?? language }

  private static let names = [
    "bash": "Bash", "c": "C", "cpp": "C++", "cs": "C#", "csharp": "C#", "css": "CSS", "dart": "Dart", "go": "Go",
    "graphql": "GraphQL", "html": "HTML", "java": "Java", "javascript": "JavaScript", "js": "JavaScript",
    "json": "JSON", "jsx": "JSX", "kotlin": "Kotlin", "objectivec": "Objective-C", "php": "PHP",
    "powershell":
      "PowerShell",
    "py": "Python", "python": "Python", "rb": "Ruby", "ruby": "Ruby", "rs": "Rust", "rust": "Rust", "scala": "Scala",
    "sh": "Shell", "shell": "Shell", "sql": "SQL", "swift": "Swift", "toml": "TOML", "ts": "TypeScript", "tsx": "TSX",
    "typescript": "TypeScript", "xml": "XML", "yaml": "YAML", "yml": "YAML",
  ]
}
