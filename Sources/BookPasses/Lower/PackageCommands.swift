import BookModel
import SourceText

extension PageLowering {
  /// An `npm2yarn` fence: the commands as written, and translated for the other package managers of the site's plugin
  /// (`@docusaurus/remark-plugin-npm2yarn`), as tabs.
  func packageCommands(_ code: CodeBlock, at range: SourceRange) -> Block {
    let managers = site.rules.npmConverters.compactMap { PackageManager(rawValue: $0.lowercased()) }
    let panels = managers.map { manager in
      var other = code
      other.text = manager.translated(code.text)
      return Tabs.Panel(value: manager.rawValue, label: manager.label, blocks: [Block(.code(other), at: range)])
    }
    let own = Tabs.Panel(value: "npm", label: "npm", blocks: [Block(.code(code), at: range)])
    return Block(.tabs(Tabs(group: "npm2yarn", panels: [own] + panels)), at: range)
  }
}

/// Turns the commands of npm into those of another package manager (after npm-to-yarn's table).
enum PackageManager: String {
  case yarn, pnpm, bun

  var label: String {
    switch self {
    case .yarn: "Yarn"
    case .pnpm: "pnpm"
    case .bun: "Bun"
    }
  }

  func translated(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line).components(separatedBy: " && ").map(command).joined(separator: " && ")
    }.joined(separator: "\n")
  }

  /// One command; what is none of npm's stays.
  private func command(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let start = words.firstIndex { !["", "$", "sudo"].contains($0) } ?? words.count
    guard start < words.count else { return text }
    let head = words[..<start]
    words.removeFirst(start)
    switch words[0] {
    case "npx":
      return (head + (self == .bun ? ["bunx"] : [rawValue, "dlx"]) + words.dropFirst()).joined(separator: " ")
    case "npm" where words.count == 1: return (head + [rawValue]).joined(separator: " ")
    case "npm": return (head + [rawValue] + npm(words[1], Array(words.dropFirst(2)))).joined(separator: " ")
    default: return text
    }
  }

  private func npm(_ verb: String, _ rest: [String]) -> [String] {
    switch verb {
    case "install", "i", "add", "isntall": return install(rest)
    case "ci", "clean-install": return ["install", "--frozen-lockfile"] + rest
    case "uninstall", "remove", "rm", "un", "unlink": return ["remove"] + rest.compactMap(flag)
    case "run", "run-script":
      let own = rest.filter { $0 != "--" }
      return self == .yarn && !PackageManager.yarnVerbs.contains(own.first ?? "") ? own : ["run"] + own
    case "start", "test", "stop", "restart":
      return (self == .bun ? ["run", verb] : [verb]) + rest.filter { $0 != "--" }
    case "init" where rest.contains { !$0.hasPrefix("-") }, "create": return ["create"] + rest.filter { $0 != "--" }
    case "exec", "x": return (self == .bun ? ["x"] : ["exec"]) + rest
    default: return [verb] + rest
    }
  }

  private func install(_ rest: [String]) -> [String] {
    let isGlobal = rest.contains { $0 == "-g" || $0 == "--global" }
    let own = rest.filter { $0 != "-g" && $0 != "--global" }.compactMap(flag)
    guard own.contains(where: { !$0.hasPrefix("-") && !$0.isEmpty && $0 != "\\" }) else {
      return (self == .yarn && own.isEmpty ? [] : ["install"]) + own
    }
    guard isGlobal else { return ["add"] + own }
    return (self == .yarn ? ["global", "add"] : ["add", "--global"]) + own
  }

  /// A flag of npm's by the other's name; nil for one that says what the other does anyway.
  private func flag(_ word: String) -> String? {
    switch word {
    case "--save", "-S", "--save-prod", "-P": nil
    case "--save-dev", "-D": self == .pnpm ? "--save-dev" : "--dev"
    case "--save-exact", "-E": self == .pnpm ? "--save-exact" : "--exact"
    case "--save-optional", "-O": self == .pnpm ? "--save-optional" : "--optional"
    default: word
    }
  }

  /// Scripts that `yarn NAME` would not run, since Yarn has a command of the name.
  private static let yarnVerbs: Set = [
    "add", "audit", "autoclean", "bin", "cache", "check", "config", "create", "dedupe", "generate-lock-entry", "global",
    "help", "import", "info", "init", "install", "licenses", "link", "list", "login", "logout", "outdated", "owner",
    "pack", "policies", "publish", "remove", "tag", "team", "unlink", "unplug", "upgrade", "version", "versions", "why",
    "workspace", "workspaces",
  ]
}

extension String {
  /// The pieces between the places where `separator` stands.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var pieces: [String] = []
    var rest = Array(utf8)[...]
    let wanted = Array(separator.utf8)
    var piece: [UInt8] = []
    while !rest.isEmpty {
      if rest.starts(with: wanted) {
        pieces.append(String(decoding: piece, as: UTF8.self))
        piece = []
        rest = rest.dropFirst(wanted.count)
      } else {
        piece.append(rest.removeFirst())
      }
    }
    return pieces + [String(decoding: piece, as: UTF8.self)]
  }
}
