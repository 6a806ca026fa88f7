import BookModel

/// What the names in a page's expressions stand for, as far as that can be known without running anything.
struct ScriptScope {
  private(set) var values: [String: Value] = [:]
  /// Imported modules: pictures, partials, components; in the order written.
  private var modules: [(name: String, path: String)] = []

  subscript(name: String) -> Value? {
    values[name] ?? module(name).map { .string($0) }
  }

  /// The path, as written, of the module that a name stands for.
  func module(_ name: String) -> String? { modules.last { $0.name == name }?.path }

  var modulePaths: [String] { modules.map(\.path) }

  mutating func set(_ name: String, to value: Value) { values[name] = value }

  mutating func read(esmOf blocks: [Block]) {
    for block in blocks {
      guard case .written(.esm(let text)) = block.kind else { continue }
      var parser = ScriptParser(text, scope: self)
      parser.readModuleLines(into: &self)
    }
  }

  mutating func add(module path: String, as name: String) { modules.append((name, path)) }

  /// The value of an expression that is made of literals, known names, `+`, and the few functions whose result is
  /// plain: `require`, `useBaseUrl`, `translate`. nil for anything else: nothing is ever run.
  func value(of expression: String) -> Value? {
    var parser = ScriptParser(expression, scope: self)
    return parser.wholeExpression()
  }
}
