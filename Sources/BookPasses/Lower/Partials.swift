import BookModel
import SourceText

/// The Markdown files that a page imports, relative to the handbook's root, in the order written.
///
/// For the driver, which reads them (and what they import in turn) before it lowers the book.
package func partialPaths(importedBy blocks: [Block], at path: String, site: Site) -> [String] {
  var scope = ScriptScope()
  scope.read(esmOf: blocks)
  let paths = scope.modulePaths.compactMap { ModulePaths.markdown($0, from: path, site: site) }
  var seen = Set<String>()
  return paths.filter { seen.insert($0).inserted }
}

extension PageLowering {
  /// How deep partials may stand in one another.
  private static let depthLimit = 10

  /// The path of the partial that a component is, when the page imports one by its name.
  func partialPath(of element: MarkupElement) -> String? {
    guard element.isComponent, let module = scope.module(element.name) else { return nil }
    return ModulePaths.markdown(module, from: path, site: site)
  }

  /// The blocks of a partial in the place of its component, lowered with its own imports and with the props given.
  mutating func partial(_ partialPath: String, _ element: MarkupElement) -> [Block] {
    guard let page = shelf.partials[partialPath] else {
      findings.warning(
        .partialMissing, "the partial `\(partialPath)` is not there", at: element.range,
        help: nearest(to: partialPath, among: shelf.partials.keys.sorted()).map { "did you mean `\($0)`?" })
      return flow(element.children, runs: .paragraphs)
    }
    guard !openPartials.contains(partialPath), openPartials.count < Self.depthLimit else {
      findings.warning(
        .partialCycle, "the partial `\(partialPath)` holds itself", at: element.range,
        notes: [(openPartials + [partialPath]).joined(separator: " → ")], help: "it is left out here")
      return []
    }
    let outer = (scope, path)
    defer { (scope, path) = outer }
    let props = props(of: element)
    scope = ScriptScope()
    scope.set("props", to: .object(props))
    path = partialPath
    openPartials.append(partialPath)
    defer { openPartials.removeLast() }
    let blocks = anchoringHeadings(page.blocks, rules: site.rules)
    scope.read(esmOf: blocks)
    footnotes += page.footnotes.map { lower($0) }
    return lower(blocks)
  }

  private func props(of element: MarkupElement) -> [Value.Member] {
    element.attributes.compactMap { attribute in
      switch attribute.value {
      case .flag: Value.Member(attribute.name, .bool(true))
      case .string(let text): Value.Member(attribute.name, .string(text))
      case .expression(let expression): value(of: expression).map { Value.Member(attribute.name, $0) }
      }
    }
  }
}

/// Where imports lead.
enum ModulePaths {
  /// The path of an imported Markdown file; nil for anything else, and for what lies outside the handbook.
  static func markdown(_ module: String, from path: String, site: Site) -> String? {
    guard ["md", "mdx"].contains(Paths.fileExtension(of: module)) else { return nil }
    return resolve(module, from: path, site: site)
  }

  /// `./x`, `../x`, `@site/x` and `/x`; a loader's prefix and the backslash of `\_x` go.
  static func resolve(_ module: String, from path: String, site: Site) -> String? {
    var written = module.split(separator: "!").last.map(String.init) ?? module
    written.removeAll { $0 == "\\" }
    if written.hasPrefix("@site/") { return Paths.resolve(String(written.dropFirst(6)), in: site.folder) }
    if written.hasPrefix("/") { return Paths.resolve(String(written.dropFirst()), in: site.folder) }
    return Paths.resolve(written, in: Paths.folder(of: path))
  }
}
