import BookModel
import MustacheBinding
import SourceText

extension BookSettings {
  /// `tabs: {os: linux}`.
  mutating func readTabs(_ value: Value, _ findings: inout Findings) {
    guard let members = value.members else { return wrong("tabs", "a list of groups with their values", &findings) }
    for member in members {
      guard let text = member.value.scalarText else {
        wrong(member.key, "a text", &findings)
        continue
      }
      choices.tabs.append(TabChoice(group: member.key, value: text, range: file.key(member.key)))
    }
  }

  /// `print: {profile: print, paper: 6x9in}`.
  mutating func readPrint(_ value: Value, _ findings: inout Findings) {
    guard let members = value.members else { return wrong("print", "a list of choices by their names", &findings) }
    for member in members {
      guard PrintChoices.keys.contains(member.key) else {
        unknown(member.key, among: PrintChoices.keys, &findings)
        continue
      }
      if let expected = choices.print.set(member.key, to: member.value) { wrong(member.key, expected, &findings) }
    }
  }

  /// `components: {Name: drop}` or `{Name: {template: "…"}}`.
  mutating func readComponents(_ value: Value, _ findings: inout Findings) {
    guard let members = value.members else {
      return wrong("components", "a list of names with what becomes of them", &findings)
    }
    for member in members {
      guard let action = action(member.value, of: member.key, &findings) else { continue }
      choices.components.append(ComponentRule(name: member.key, action: action))
    }
  }

  static let componentActions = ["drop", "unwrap", "figure", "link", "admonition", "code"]

  private func action(_ value: Value, of name: String, _ findings: inout Findings) -> ComponentRule.Action? {
    if let template = value["template"]?.string { return self.template(template, of: name, &findings) }
    if let keyword = value["admonition"]?.scalarText { return .admonition(keyword: keyword) }
    switch value.string {
    case "drop"?: return .drop
    case "unwrap"?: return .unwrap
    case "figure"?: return .figure
    case "link"?: return .link
    case "admonition"?: return .admonition(keyword: nil)
    case "code"?: return .code
    default:
      findings.error(
        .settingsWrongType, "`\(name)` is not given what a component can become", at: file.key(name),
        notes: ["known are \(BookSettings.componentActions.joined(separator: ", ")), {admonition: …}, {template: …}"],
        help: value.string.flatMap { nearest(to: $0, among: BookSettings.componentActions) }.map {
          "did you mean `\($0)`?"
        })
      return nil
    }
  }

  private func template(
    _ text: String, of name: String, _ findings: inout Findings
  ) -> ComponentRule.Action? {
    do throws(MustacheError) {
      _ = try MustachePage(text)
      return .template(text)
    } catch {
      findings.error(
        .settingsWrongType, "the template of `\(name)` cannot be read: \(error.message)", at: file.key(name),
        help:
          "write {{name}} for a prop, {{{children}}} for what the component holds, {{#name}}…{{/name}} for a section")
      return nil
    }
  }
}
