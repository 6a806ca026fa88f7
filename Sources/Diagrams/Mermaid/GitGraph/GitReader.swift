import SourceText

/// Follows the commands of a git graph as git would.
struct GitReader {
  private var graph = GitGraph()
  private var problems: [DiagramProblem] = []
  private var line = 0
  private var current = 0
  private var indices: [String: Int] = [:]
  private var commits: [String: Int] = [:]

  static func read(_ source: MermaidSource) -> (GitGraph, [DiagramProblem]) {
    var reader = GitReader()
    reader.addBranch(
      source.settings["mainBranchName"] ?? "main", order: source.settings["mainBranchOrder"]?.chartNumber)
    let direction = source.argument.prefix { $0.isLetter }
    reader.graph.direction = GitGraph.Direction(rawValue: direction == "TD" ? "TB" : String(direction))
    for line in source.lines {
      reader.line = line.number
      reader.read(line.text)
    }
    return (reader.graph, reader.problems)
  }

  private mutating func tell(_ message: String, _ help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func read(_ text: String) {
    let (word, rest) = text.firstWordAndRest
    switch word {
    case "commit": commit(GitOptions(rest))
    case "branch": branch(GitOptions(rest))
    case "checkout", "switch": if let index = named(GitOptions(rest).name) { current = index }
    case "merge": merge(GitOptions(rest))
    case "cherry-pick": cherryPick(GitOptions(rest))
    case "LR:", "TB:", "BT:", "LR", "TB", "BT", "TD", "TD:":
      let name = text.prefix { $0.isLetter }
      graph.direction = GitGraph.Direction(rawValue: name == "TD" ? "TB" : String(name))
    default: tell("`\(text)` is no command of a git graph", "use commit, branch, checkout, merge or cherry-pick")
    }
  }

  private mutating func addBranch(_ name: String, order: Double?) {
    indices[name] = graph.branches.count
    let head = graph.branches.isEmpty ? nil : graph.branches[current].head
    graph.branches.append(GitGraph.Branch(name: name, order: order, head: head))
  }

  private mutating func named(_ name: String?) -> Int? {
    guard let name, !name.isEmpty else {
      tell("no branch is named")
      return nil
    }
    if let index = indices[name] { return index }
    let near = indices.count < 200 ? nearest(to: name, among: indices.keys.sorted()) : nil
    tell("there is no branch `\(name)`", near.map { "did you mean `\($0)`?" } ?? "make it first: `branch \(name)`")
    return nil
  }

  private mutating func commit(_ options: GitOptions) {
    var commit = GitGraph.Commit(branch: current)
    commit.message = options.message ?? options.name
    commit.kind = options.kind(&problems, line) ?? .normal
    add(commit, options)
  }

  private mutating func add(_ commit: GitGraph.Commit, _ options: GitOptions) {
    var commit = commit
    commit.id = options.id
    commit.tags = options.tags.filter { !$0.isEmpty }
    commit.parent = graph.branches[current].head
    if let id = commit.id {
      if commits[id] != nil { tell("the id `\(id)` is used twice", "give each commit its own") }
      commits[id] = commits[id] ?? graph.commits.count
    }
    graph.branches[current].head = graph.commits.count
    graph.commits.append(commit)
  }

  private mutating func branch(_ options: GitOptions) {
    guard let name = options.name, !name.isEmpty else {
      return tell("the branch has no name", "write `branch develop`")
    }
    if let index = indices[name] {
      tell("the branch `\(name)` exists already", "write `checkout \(name)`")
      current = index
      return
    }
    addBranch(name, order: options.order)
    current = graph.branches.count - 1
  }

  private mutating func merge(_ options: GitOptions) {
    guard let other = named(options.name) else { return }
    if other == current {
      return tell("`\(graph.branches[other].name)` cannot be merged into itself", "check out another branch before")
    }
    guard let head = graph.branches[other].head else {
      return tell("`\(graph.branches[other].name)` has no commits to merge")
    }
    if head == graph.branches[current].head { tell("both branches have the same commits: there is nothing to merge") }
    var commit = GitGraph.Commit(branch: current)
    commit.kind = options.kind(&problems, line).map { $0 == .normal ? .merge : $0 } ?? .merge
    commit.other = head
    add(commit, options)
  }

  private mutating func cherryPick(_ options: GitOptions) {
    guard let id = options.id ?? options.name, let source = commits[id] else {
      let id = options.id ?? options.name ?? ""
      let near = commits.count < 200 ? nearest(to: id, among: commits.keys.sorted()) : nil
      return tell(
        "there is no commit `\(id)` to pick",
        near.map { "did you mean `\($0)`?" } ?? "give the commit this id: `commit id: \"\(id)\"`")
    }
    var commit = GitGraph.Commit(branch: current)
    commit.kind = .cherryPick
    commit.other = source
    var options = options
    options.id = nil
    if options.tags.isEmpty { options.tags = ["cherry-pick: \(id)"] }
    add(commit, options)
  }
}

/// What follows a command: a name, and options as `id: "1" tag: "v1" type: HIGHLIGHT`.
struct GitOptions {
  var name: String?
  var id: String?
  var message: String?
  var tags: [String] = []
  var type: String?
  var order: Double?

  init(_ text: String) {
    var cursor = Cursor(text)
    while !cursor.isAtEnd {
      cursor.skipSpaces()
      guard let letter = cursor.current else { return }
      if letter == "\"" || letter == "'" {
        name = name ?? GitOptions.value(&cursor)
        continue
      }
      let word = cursor.take { !$0.isWhitespace && $0 != ":" && $0 != "\"" }
      if cursor.current == ":" {
        cursor.index += 1
        cursor.skipSpaces()
        set(word, GitOptions.value(&cursor))
      } else if !word.isEmpty {
        name = name ?? word
      } else {
        cursor.index += 1
      }
    }
  }

  private mutating func set(_ key: String, _ value: String) {
    switch key {
    case "id": id = value
    case "msg", "message": message = value
    case "tag": tags.append(value)
    case "type": type = value
    case "order": order = value.chartNumber
    default: break
    }
  }

  private static func value(_ cursor: inout Cursor) -> String {
    if let quote = cursor.current, quote == "\"" || quote == "'" {
      cursor.index += 1
      let value = cursor.take { $0 != quote }
      cursor.index += 1
      return value
    }
    return cursor.take { !$0.isWhitespace }
  }

  func kind(_ problems: inout [DiagramProblem], _ line: Int) -> GitGraph.CommitKind? {
    guard let type else { return nil }
    if let kind = GitGraph.CommitKind(rawValue: type.lowercased()), kind != .merge { return kind }
    problems.append(
      DiagramProblem(line: line, message: "`\(type)` is no type of commit", help: "use NORMAL, REVERSE or HIGHLIGHT"))
    return nil
  }
}
