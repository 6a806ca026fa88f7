import BookModel
import SourceText

/// The edition of a lowered book that shows one panel of tabs: of every set of a chosen group the chosen panel's
/// blocks take its place. A set that has no such panel keeps all of its own.
///
/// A group or value that no set of the book has is reported with what comes near it.
package func choosing(_ choices: [TabChoice], in book: Book, findings: inout Findings) -> Book {
  guard !choices.isEmpty else { return book }
  var editor = TabEdition(choices: Dictionary(choices.map { ($0.group, $0) }) { $1 })
  var result = book
  for index in book.chapters.indices { result.chapters[index] = book.chapters[index].edited(with: &editor) }
  for choice in choices where editor.choices[choice.group] == choice { editor.report(choice, to: &findings) }
  return result
}

private struct TabEdition: Editor {
  let choices: [String: TabChoice]
  /// What the book's tabs are: groups in the order met, with their values.
  var groups: [(name: String, values: [String])] = []
  /// How many panels were left out, by group.
  var dropped: [String: Int] = [:]

  mutating func edit(_ block: Block) -> [Block] {
    guard case .tabs(let tabs) = block.kind, let group = tabs.group else { return [block.editingChildren(with: &self)] }
    note(group, tabs.panels.map(\.value))
    guard let choice = choices[group], let panel = tabs.panels.first(where: { $0.value == choice.value }) else {
      return [block.editingChildren(with: &self)]
    }
    dropped[group, default: 0] += tabs.panels.count - 1
    return panel.blocks.edited(with: &self)
  }

  mutating func edit(_ inline: Inline) -> [Inline] { [inline] }

  func concerns(_ block: Block.Kind) -> Bool {
    if case .tabs = block { true } else { false }
  }

  var looksAtInlines: Bool { false }

  private mutating func note(_ group: String, _ values: [String]) {
    guard let position = groups.firstIndex(where: { $0.name == group }) else {
      groups.append((group, values))
      return
    }
    for value in values where !groups[position].values.contains(value) { groups[position].values.append(value) }
  }

  func report(_ choice: TabChoice, to findings: inout Findings) {
    guard let group = groups.first(where: { $0.name == choice.group }) else {
      return unknown(
        "no tabs of this book are of the group `\(choice.group)`", choice.group, among: groups.map(\.name), choice,
        &findings)
    }
    guard group.values.contains(choice.value) else {
      return unknown(
        "no tab of the group `\(choice.group)` has the value `\(choice.value)`", choice.value, among: group.values,
        choice, &findings)
    }
    guard let count = dropped[choice.group], count > 0 else { return }
    findings.note(
      .tabLeftOut,
      "\(count) tab\(count == 1 ? " is" : "s are") left out: this edition shows `\(choice.value)` of `\(choice.group)`",
      at: choice.range)
  }

  private func unknown(
    _ message: String, _ name: String, among known: [String], _ choice: TabChoice, _ findings: inout Findings
  ) {
    findings.warning(
      .tabUnknown, message, at: choice.range,
      notes: known.isEmpty ? [] : ["there are \(known.prefix(12).map { "`\($0)`" }.joined(separator: ", "))"],
      help: nearest(to: name, among: known).map { "did you mean `\($0)`?" })
  }
}
