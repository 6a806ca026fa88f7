import BookModel
import SourceText

/// What the names in a page's expressions stand for: imports, exports, props.
struct ScriptScope {
  /// One name that an import makes.
  struct Module {
    var name: String
    /// The name in the module; `default` or `*` for the whole.
    var member: String
    /// As written.
    var path: String
  }

  private(set) var values: [String: Value] = [:]
  /// Imported modules: pictures, partials, components; in the order written.
  private var modules: [Module] = []
  /// The page's lines of `export`, for the sandbox.
  private(set) var exports: [String] = []
  /// The names these declare.
  private(set) var exportedNames: Set<String> = []

  subscript(name: String) -> Value? {
    values[name] ?? module(name).flatMap { ModulePaths.kind(of: $0) == .picture ? .string($0) : nil }
  }

  /// The literals that a script exports.
  static func constants(of script: String) -> Value {
    var scope = ScriptScope()
    scope.read(esmOf: [.script(script)])
    return .object(scope.values.keys.sorted().map { Value.Member($0, scope.values[$0] ?? .null) })
  }

  /// The import that makes a name.
  func imported(_ name: String) -> Module? { modules.last { $0.name == name } }

  /// The path, as written, of the module that a name stands for.
  func module(_ name: String) -> String? { modules.last { $0.name == name }?.path }

  var modulePaths: [String] { modules.map(\.path) }

  /// Every name with a value that is known, sorted, for the sandbox.
  var known: [(name: String, value: Value)] {
    let names = Set(values.keys).union(modules.map(\.name))
    return names.sorted().compactMap { name in self[name].map { (name, $0) } }
  }

  /// Names that come from React, by what they are called there.
  var reactNames: [Module] { modules.filter { $0.path == "react" } }

  mutating func set(_ name: String, to value: Value) { values[name] = value }

  /// Reads the lines of `import` and `export`; a literal that an export names is known from then on.
  mutating func read(esmOf blocks: [Block], imported: (String) -> Value? = { _ in nil }) {
    for block in blocks {
      guard case .written(.esm(let text)) = block.kind else { continue }
      let first = modules.count
      var parser = ScriptParser(text, scope: self)
      parser.readModuleLines(into: &self)
      for module in modules[first...] {
        guard let value = imported(module.path) else { continue }
        let isWhole = module.member == "*" || module.member == "default"
        if isWhole, ModulePaths.kind(of: module.path) == .script { continue }
        if let own = isWhole ? value : value[module.member] { values[module.name] = own }
      }
      if text.utf8.firstIndex(of: UInt8(ascii: "x")) != nil, text.contains("export") {
        exports.append(text)
        // Once more, now that what the imports stand for is known.
        var again = ScriptParser(text, scope: self)
        again.readExports(into: &self)
      }
    }
  }

  mutating func add(module path: String, member: String, as name: String) {
    modules.append(Module(name: name, member: member, path: path))
  }

  mutating func add(exported name: String) { exportedNames.insert(name) }

  /// The value of an expression that is made of literals, known names, `+`, and the few functions whose result is
  /// plain: `require`, `useBaseUrl`, `translate`. nil for anything else: nothing is ever run.
  func value(of expression: String) -> Value? {
    var parser = ScriptParser(expression, scope: self)
    return parser.wholeExpression()
  }
}

extension PageLowering {
  /// Reads what the lines of `import` and `export` name, files imported as text or JSON among it.
  mutating func readModules(of blocks: [Block]) {
    let (imports, path, site) = (shelf.imports, path, site)
    scope.read(esmOf: blocks) { module in
      let kind = ModulePaths.kind(of: module)
      if [".css", ".scss", ".sass", ".less"].contains(where: module.hasSuffix) { return .object([]) }
      guard kind == .raw || kind == .json || kind == .script else { return nil }
      let candidates = ModulePaths.candidates(module, from: path, site: site)
      guard let text = candidates.compactMap({ imports.texts[$0] }).first else { return nil }
      switch kind {
      case .raw: return .string(text)
      case .script: return ScriptScope.constants(of: text)
      default: return ScriptScope().value(of: text)
      }
    }
  }
}
