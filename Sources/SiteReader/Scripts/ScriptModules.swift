/// ECMAScript's `import` and `export` (ECMAScript 2025 §16.2) as calls of `require` and properties of `exports`.
struct ScriptModules {
  private let script: ScriptTokens
  private var edits = ScriptEdits()
  private var isModule = false
  /// Statements after the last line: exports of names that are declared above.
  private var tail = ""

  /// A module's text as the body of a CommonJS function; a text without `import` and `export` is left as it is.
  static func rewrite(_ bytes: [UInt8]) -> [UInt8] {
    var modules = ScriptModules(script: ScriptTokens(bytes))
    modules.rewriteStatements()
    guard modules.isModule else { return modules.edits.applied(to: bytes) }
    let head = Array("Object.defineProperty(exports,'__esModule',{value:true});".utf8)
    return head + modules.edits.applied(to: bytes) + Array("\n\(modules.tail)".utf8)
  }

  private init(script: ScriptTokens) { self.script = script }

  private mutating func rewriteStatements() {
    var at = 0
    var depth = 0
    while at < script.tokens.count {
      if script.isToken(at, "{") || script.isToken(at, "(") || script.isToken(at, "[") { depth += 1 }
      if script.isToken(at, "}") || script.isToken(at, ")") || script.isToken(at, "]") { depth -= 1 }
      let isProperty = at > 0 && (script.isToken(at - 1, ".") || script.isToken(at - 1, "?."))
      if script.isToken(at, "import"), !isProperty {
        at = rewriteImport(at, isTop: depth == 0)
      } else if script.isToken(at, "export"), depth == 0, !isProperty {
        at = rewriteExport(at)
      } else {
        at += 1
      }
    }
  }

  /// The range of tokens, a semicolon after them included.
  private func range(_ first: Int, upTo end: Int) -> Range<Int> {
    let last = script.isToken(end, ";") ? end : end - 1
    return script.tokens[first].range.lowerBound..<script.tokens[max(first, last)].range.upperBound
  }

  private mutating func rewriteImport(_ at: Int, isTop: Bool) -> Int {
    if script.isToken(at + 1, "(") {
      edits.replace(script.tokens[at].range, with: "require.import")
      return at + 1
    }
    if script.isToken(at + 1, "."), script.isToken(at + 2, "meta") {
      edits.replace(
        range(at, upTo: at + 3), with: "({url:'file://'+__filename,dirname:__dirname,filename:__filename})")
      return at + 3
    }
    guard isTop else { return at + 1 }
    isModule = true
    var clause = ImportClause()
    var next = at + 1
    while next < script.tokens.count, !script.isString(next) { next = read(&clause, at: next) }
    guard next < script.tokens.count else { return next }
    let end = endOfSource(next)
    edits.replace(range(at, upTo: end), with: clause.statement(source: script.text(next)))
    return end
  }

  /// After the module's name there may be `with { type: 'json' }`.
  private func endOfSource(_ at: Int) -> Int {
    let hasAttributes =
      (script.isToken(at + 1, "with") || script.isToken(at + 1, "assert")) && script.isToken(at + 2, "{")
    return hasAttributes ? script.afterGroup(at + 2) : at + 1
  }

  private func read(_ clause: inout ImportClause, at: Int) -> Int {
    if script.isToken(at, "*") {
      if script.isWord(at + 2) { clause.namespace = script.text(at + 2) }
      return at + 3
    }
    if script.isToken(at, "{") {
      clause.names = names(in: at)
      return script.afterGroup(at)
    }
    if script.isWord(at), !script.isToken(at, "from") || script.isToken(at + 1, "from") {
      clause.defaultName = script.text(at)
    }
    return at + 1
  }

  /// The pairs of `{ a, b as c, default as d }`; those of types are left out.
  private func names(in brace: Int) -> [(outer: String, inner: String)] {
    var result: [(String, String)] = []
    let end = script.afterGroup(brace) - 1
    var at = brace + 1
    while at < end {
      var words: [String] = []
      while at < end, !script.isToken(at, ",") {
        words.append(script.text(at))
        at += 1
      }
      at += 1
      if words.first == "type", words.count == 2 || words.count == 4 { continue }
      if let first = words.first, let last = words.last { result.append((first, last)) }
    }
    return result
  }
}

extension ScriptModules {
  private mutating func rewriteExport(_ at: Int) -> Int {
    isModule = true
    if script.isToken(at + 1, "default") { return rewriteDefault(at) }
    if script.isToken(at + 1, "*") { return rewriteStar(at) }
    if script.isToken(at + 1, "{") { return rewriteList(at) }
    if script.isToken(at + 1, "=") {
      edits.replace(range(at, upTo: at + 2), with: "module.exports =")
      return at + 2
    }
    edits.remove(script.tokens[at].range)
    exportDeclaration(at + 1)
    return at + 1
  }

  private mutating func rewriteDefault(_ at: Int) -> Int {
    let start = script.isToken(at + 2, "async") ? at + 3 : at + 2
    let isDeclaration = script.isToken(start, "function") || script.isToken(start, "class")
    let name = script.isToken(start + 1, "*") ? start + 2 : start + 1
    if isDeclaration, script.isWord(name), !script.isToken(name, "extends") {
      edits.remove(range(at, upTo: at + 2))
      tail += "exports.default=\(script.text(name));"
    } else {
      edits.replace(range(at, upTo: at + 2), with: "exports.default =")
    }
    return at + 2
  }

  private mutating func rewriteStar(_ at: Int) -> Int {
    let isNamed = script.isToken(at + 2, "as") && script.isWord(at + 3)
    let source = at + (isNamed ? 5 : 3)
    guard script.isString(source) else { return at + 2 }
    let module = "require(\(script.text(source)))"
    let end = endOfSource(source)
    edits.replace(
      range(at, upTo: end),
      with: isNamed ? "exports.\(script.text(at + 3))=\(module);" : "require.all(\(module),exports);")
    return end
  }

  private mutating func rewriteList(_ at: Int) -> Int {
    let pairs = names(in: at + 1)
    var end = script.afterGroup(at + 1)
    var module: String?
    if script.isToken(end, "from"), script.isString(end + 1) {
      module = "require(\(script.text(end + 1)))"
      end = endOfSource(end + 1)
    }
    edits.remove(range(at, upTo: end))
    for (inner, outer) in pairs {
      let value = module.map { inner == "default" ? "require.named(\($0))" : "\($0).\(inner)" } ?? inner
      tail += "exports.\(outer)=\(value);"
    }
    return end
  }

  /// `export const a = …`, `export function f`, `export class C`: the declaration stays, the name is exported last.
  private mutating func exportDeclaration(_ at: Int) {
    var word = at
    while script.isToken(word, "async") || script.isToken(word, "function") || script.isToken(word, "class")
      || script.isToken(word, "const") || script.isToken(word, "let") || script.isToken(word, "var")
      || script.isToken(word, "*")
    {
      word += 1
    }
    if script.isWord(word) { tail += "exports.\(script.text(word))=\(script.text(word));" }
    if script.isToken(word, "{") {
      for (_, inner) in names(in: word) { tail += "exports.\(inner)=\(inner);" }
    }
  }
}

/// What stands between `import` and the module's name.
private struct ImportClause {
  var defaultName: String?
  var namespace: String?
  var names: [(outer: String, inner: String)] = []

  func statement(source: String) -> String {
    let module = "require(\(source))"
    var parts: [String] = []
    if let defaultName { parts.append("\(defaultName)=require.named(\(module))") }
    if let namespace { parts.append("\(namespace)=\(module)") }
    let plain = names.filter { $0.outer != "default" }
    if !plain.isEmpty {
      parts.append("{\(plain.map { "\($0.outer):\($0.inner)" }.joined(separator: ","))}=\(module)")
    }
    for name in names where name.outer == "default" { parts.append("\(name.inner)=require.named(\(module))") }
    return parts.isEmpty ? "\(module);" : "const \(parts.joined(separator: ","));"
  }
}
