extension Disagreement {
  /// What a person needs to see the mistake.
  var report: String {
    """
    seed \(document.seed), \(document.mode), \(document.markdown.count) bytes:
    \(document.markdown.count <= 2000 ? markdown.debugDescription : String(markdown.debugDescription.prefix(2000)))
    cmark-gfm writes:
    \(theirs)
    we write:
    \(ours)
    the difference:
    \(difference)
    """
  }

  private var difference: String {
    let old = theirs.split(separator: "\n", omittingEmptySubsequences: false)
    let new = ours.split(separator: "\n", omittingEmptySubsequences: false)
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = min(zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count, min(old.count, new.count) - head)
    let lines = old[head..<(old.count - tail)].map { "- \($0)" } + new[head..<(new.count - tail)].map { "+ \($0)" }
    return lines.joined(separator: "\n")
  }
}
