import BookModel
import SourceText

extension PageLowering {
  /// A component that the page itself exports as a function (`export const Mark = ({children}) => <b>{children}</b>`):
  /// what the function returns for its props, its children standing where it puts them. nil for any other.
  mutating func exported(_ element: MarkupElement) -> [MarkupNode]? {
    let root = String(element.name.prefix { $0 != "." })
    guard element.isComponent, scope.exportedNames.contains(root), scope[root] == nil else { return nil }
    let children = flow(element.children, runs: .plain)
    let props = element.attributes.map(property).joined(separator: ", ")
    let slot = children.isEmpty ? "" : ", {$jsx: \"\(Slot.elementName)\", props: {}, children: []}"
    switch run("$h(\(JSXTransform.type(of: element.name)), {\(props)}\(slot))") {
    case .success(let value):
      let outer = self.slot
      self.slot = Slot(blocks: children)
      defer { self.slot = outer }
      return nodes(of: value, at: element.range)
    case .failure(let failure):
      tally.count(
        Diagnostic(
          .warning, .expressionUnread, "the component `<\(element.name)>` of this page cannot be evaluated",
          at: element.range, notes: [failure.reason], help: "what it holds is kept; write its result instead"))
      return nil
    }
  }

  /// A component that a script of the handbook exports as a function, as far as the sandbox can run it: what it
  /// returns, where the script's own imports, partials among them, stand for what they are. nil for any other.
  mutating func scripted(_ element: MarkupElement) -> [MarkupNode]? {
    guard scripts.canRun, element.isComponent, let module = scope.imported(element.name),
      ModulePaths.kind(of: module.path) == .script,
      let file = ModulePaths.candidates(module.path, from: path, site: site)
        .first(where: { shelf.imports.texts[$0] != nil }),
      let text = shelf.imports.texts[file], !openPartials.contains(file), openPartials.count < 10
    else { return nil }
    let props = Value.object(props(of: element)).json
    let children = flow(element.children, runs: .plain)
    let outer = (scope, path, slot, openPartials)
    defer { (scope, path, slot, openPartials) = outer }
    scope = ScriptScope()
    path = file
    openPartials.append(file)
    readModules(of: [.script(text)])
    let name = ["default", "*"].contains(module.member) ? "$default" : module.member
    guard PageScripts.isName(name) else { return nil }
    let slotNode = children.isEmpty ? "" : ", {$jsx: \"\(Slot.elementName)\", props: {}, children: []}"
    guard case .success(let value) = run("$h(\(name), \(props)\(slotNode))"), value.holdsJSX || value.shownText != nil
    else { return nil }
    slot = Slot(blocks: children)
    let blocks = flow(nodes(of: value, at: element.range), runs: .plain)
    guard slot?.isUsed == true || children.isEmpty else { return nil }
    return blocks.nodes
  }

  private func property(_ attribute: JSXAttribute) -> String {
    let name = Value.string(attribute.name).json
    switch attribute.value {
    case .flag: return "\(name): true"
    case .string(let text): return "\(name): \(Value.string(text).json)"
    case .expression(let expression): return attribute.name.isEmpty ? expression : "\(name): (\(expression)\n)"
    }
  }
}
