import BookModel
import SourceText

/// What the pages of a book import, read by the driver before the book is lowered: all by their paths relative to the
/// handbook's root.
package struct ImportedFiles: Sendable {
  /// Partials.
  package var pages: [String: Page] = [:]
  /// Files imported as they are: through `raw-loader`, JSON, and scripts.
  package var texts: [String: String] = [:]

  package init(pages: [String: Page] = [:], texts: [String: String] = [:]) {
    self.pages = pages
    self.texts = texts
  }
}

/// The files that blocks import, in the order written, each once; where an address may mean several, all of them.
package struct ImportedPaths: Equatable, Sendable {
  package var pages: [String] = []
  package var texts: [String] = []

  /// - Parameter path: the file that holds the blocks.
  package init(of blocks: [Block], at path: String, site: Site) {
    var scope = ScriptScope()
    scope.read(esmOf: blocks)
    var seen = Set<String>()
    for module in scope.modulePaths {
      let kind = ModulePaths.kind(of: module)
      let paths = ModulePaths.candidates(module, from: path, site: site).filter { seen.insert($0).inserted }
      switch kind {
      case .page: pages += paths
      case .raw, .json, .script: texts += paths
      case .picture, .other: break
      }
    }
  }
}

/// Where imports lead.
enum ModulePaths {
  enum Kind: Equatable {
    case page, raw, json, script, picture, other
  }

  /// What a module is, as its address says.
  static func kind(of module: String) -> Kind {
    if module.contains("raw-loader!") || module.hasSuffix("?raw") { return .raw }
    switch Paths.fileExtension(of: module) {
    case "md", "mdx": return .page
    case "json": return .json
    case "js", "jsx", "mjs": return .script
    case "" where module.hasPrefix(".") || module.hasPrefix("/") || module.hasPrefix("@site/"): return .script
    default: return ImageNames.isImage(module) ? .picture : .other
    }
  }

  /// The files that an address may mean: `./x` and `../x` from the importing file, `@site/x` and `/x` from the site
  /// and the handbook's root; a loader's prefix and the backslash of `\_x` go.
  static func candidates(_ module: String, from path: String, site: Site) -> [String] {
    var written = module.split(separator: "!").last.map(String.init) ?? module
    written.removeAll { $0 == "\\" }
    written = String(written.prefix { $0 != "?" })
    var found: [String?]
    if written.hasPrefix("@site/") {
      found = [Paths.resolve(String(written.dropFirst(6)), in: site.folder)]
    } else if written.hasPrefix("/") {
      let rest = String(written.dropFirst())
      found = ([site.folder, ""] + site.docs.map(\.folder)).map { Paths.resolve(rest, in: $0) }
    } else {
      found = [Paths.resolve(written, in: Paths.folder(of: path))]
    }
    // A site whose docs lie beside its folder copies them into it: `../docs` and `docs` are the same to it.
    found += found.compactMap { $0 }.flatMap { site.twins(of: $0) }
    if kind(of: module) == .script, Paths.fileExtension(of: module).isEmpty {
      found = found.compactMap { $0 }.flatMap { path in
        [".js", ".jsx", ".mjs", "/index.js", "/index.jsx"].map { path + $0 }
      }
    }
    var seen = Set<String>()
    return found.compactMap { $0 }.filter { seen.insert($0).inserted }
  }
}

extension ImportedPaths {
  /// The files that a script imports.
  package init(ofScript text: String, at path: String, site: Site) {
    self.init(of: [.script(text)], at: path, site: site)
  }
}

extension Block {
  /// The text of a module as lines of `import` and `export`.
  static func script(_ text: String) -> Block {
    Block(.written(.esm(text)), at: SourceRange(file: FileID(0), start: 0, end: 0))
  }
}
