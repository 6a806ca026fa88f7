import BookModel
import SourceText

/// A component that stands for a Markdown file.
struct Partial {
  /// As the import names it.
  var module: String
  /// Where it may lie; the first that was read counts.
  var candidates: [String]
}

/// What a component holds, for the `{children}` of its partial, of its function or of the user's template.
struct Slot {
  var blocks: [Block]
  var isUsed = false
}

extension PageLowering {
  /// How deep partials may stand in one another.
  private static let depthLimit = 10

  /// The partial that a component is, when the page imports one by its name.
  func partial(of element: MarkupElement) -> Partial? {
    guard element.isComponent, let module = scope.module(element.name), ModulePaths.kind(of: module) == .page else {
      return nil
    }
    return Partial(module: module, candidates: ModulePaths.candidates(module, from: path, site: site))
  }

  /// The blocks of a partial in the place of its component, lowered with its own imports and with the props given.
  mutating func blocks(of partial: Partial, _ element: MarkupElement) -> [Block] {
    guard let path = partial.candidates.first(where: { shelf.imports.pages[$0] != nil }),
      let page = shelf.imports.pages[path]
    else {
      reportMissing(partial, at: element.range)
      return flow(element.children, runs: .paragraphs)
    }
    guard !openPartials.contains(path), openPartials.count < Self.depthLimit else {
      findings.warning(
        .partialCycle, "the partial `\(path)` holds itself", at: element.range,
        notes: [(openPartials + [path]).joined(separator: " → ")], help: "it is left out here")
      return []
    }
    return inlined(page, at: path, for: element)
  }

  private mutating func inlined(_ page: Page, at partialPath: String, for element: MarkupElement) -> [Block] {
    let props = props(of: element)
    let children = flow(element.children, runs: .paragraphs)
    let outer = (scope, path, frontMatter, slot, openPartials)
    defer { (scope, path, frontMatter, slot, openPartials) = outer }
    slot = Slot(blocks: children)
    scope = ScriptScope()
    scope.set("props", to: .object(props))
    path = partialPath
    frontMatter = page.frontMatter
    openPartials.append(partialPath)
    let blocks = anchoringHeadings(page.blocks, rules: site.rules)
    readModules(of: blocks)
    footnotes += page.footnotes.map { lower($0) }
    let result = lower(blocks)
    if !children.isEmpty, slot?.isUsed == false {
      reportDropped(element, "what stands in it has no place in `\(partialPath)`, which has no {props.children}")
    }
    return result
  }

  private mutating func reportMissing(_ partial: Partial, at range: SourceRange) {
    let names = shelf.imports.pages.keys.sorted()
    let isRelative = partial.module.hasPrefix(".") || partial.module.hasPrefix("/")
    let shown = isRelative ? partial.candidates.first ?? partial.module : partial.module
    let near = nearest(to: partial.candidates.first ?? partial.module, among: names).map { "did you mean `\($0)`?" }
    let help = isRelative || partial.module.hasPrefix("@site/") ? nil : "import it by its path, as in `./_name.mdx`"
    findings.warning(.partialMissing, "the partial `\(shown)` is not there", at: range, help: near ?? help)
  }

  func props(of element: MarkupElement) -> [Value.Member] {
    element.attributes.flatMap { attribute -> [Value.Member] in
      switch attribute.value {
      case .flag: return [Value.Member(attribute.name, .bool(true))]
      case .string(let text): return [Value.Member(attribute.name, .string(text))]
      case .expression(let expression):
        if attribute.name.isEmpty { return value(of: String(expression.trimmed.dropFirst(3)))?.members ?? [] }
        return value(of: expression).map { [Value.Member(attribute.name, $0)] } ?? []
      }
    }
  }
}
