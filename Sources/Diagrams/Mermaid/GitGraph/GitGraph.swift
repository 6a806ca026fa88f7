/// Commits on branches (Mermaid documentation, "Gitgraph Diagrams").
struct GitGraph: Sendable {
  enum CommitKind: String, Sendable { case normal, reverse, highlight, merge, cherryPick }

  struct Commit: Sendable {
    /// As the author wrote it; nil for the many that have none.
    var id: String?
    var message: String?
    var tags: [String] = []
    var kind = CommitKind.normal
    var branch: Int
    /// The commit before it on its branch, or the one that the branch begins at.
    var parent: Int?
    /// What was merged or picked.
    var other: Int?

    var label: String { [id, message].compactMap { $0 }.joined(separator: ": ") }
  }

  struct Branch: Sendable {
    var name: String
    var order: Double?
    /// Its last commit, or the one it began at.
    var head: Int?
  }

  enum Direction: String, Sendable { case right = "LR", down = "TB", up = "BT" }

  var direction: Direction?
  var branches: [Branch] = []
  var commits: [Commit] = []

  /// The branches' places side by side: those with an order behind those without one, as Mermaid has them.
  var lanes: [Int] {
    let sorted = branches.indices.sorted { a, b in
      let (x, y) = (branches[a].order ?? Double(a) / 1e6, branches[b].order ?? Double(b) / 1e6)
      return (x, a) < (y, b)
    }
    var lanes = Array(repeating: 0, count: branches.count)
    for (lane, branch) in sorted.enumerated() { lanes[branch] = lane }
    return lanes
  }

  var statements: [String] {
    commits.enumerated().map { index, commit in
      var text = "\(branches[commit.branch].name): "
      let label = commit.label.isEmpty ? "commit \(index + 1)" : commit.label
      switch commit.kind {
      case .merge: text += "merge of \(commit.other.map { branches[commits[$0].branch].name } ?? "a branch")"
      case .cherryPick:
        text +=
          "cherry-pick of \(commit.other.map { commits[$0].label.isEmpty ? "commit \($0 + 1)" : commits[$0].label } ?? "a commit")"
      default: text += label
      }
      if commit.kind == .merge, !commit.label.isEmpty { text += " (\(commit.label))" }
      if commit.kind == .highlight { text += " (highlighted)" }
      if commit.kind == .reverse { text += " (reverted)" }
      if !commit.tags.isEmpty { text += ", tagged \(commit.tags.joined(separator: ", "))" }
      if index == 0 || commits[commit.parent ?? index].branch == commit.branch { return text }
      return text + ", branched from \(branches[commits[commit.parent ?? index].branch].name)"
    }
  }
}
