import BookModel

extension ScriptParser {
  /// What the lines of `import` name, and the names that `export` declares.
  mutating func readModuleLines(into scope: inout ScriptScope) {
    readLines { parser, word in
      if word == "import" { parser.readImport(into: &scope) }
    }
  }

  /// The literals that lines of `export` name.
  mutating func readExports(into scope: inout ScriptScope) {
    readLines { parser, word in
      if word == "export" { parser.readExport(into: &scope) }
    }
  }

  private mutating func readLines(_ read: (inout ScriptParser, String) -> Void) {
    while position < bytes.count {
      skipSpace()
      let start = position
      if let word = name() { read(&self, word) }
      skipBlanks()
      let isJoined = position > start && position < bytes.count && bytes[position] == UInt8(ascii: ";")
      if !isJoined { skipLine() }
      if position < bytes.count { position += 1 }
    }
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
  }

  /// `import a, {b as c}, * as d from 'path'`: the names, then the path.
  private mutating func readImport(into scope: inout ScriptScope) {
    var names: [(member: String, name: String)] = []
    var isNamed = false
    while position < bytes.count {
      skipSpace()
      guard position < bytes.count else { return }
      let byte = bytes[position]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        guard let path = quoted() else { return }
        for entry in names { scope.add(module: path, member: entry.member, as: entry.name) }
        return
      }
      guard let word = name() else {
        if byte == UInt8(ascii: "{") { isNamed = true }
        if byte == UInt8(ascii: "}") { isNamed = false }
        if byte == UInt8(ascii: "*") { names.append(("*", "*")) }
        position += 1
        continue
      }
      if word == "from", !isNamed { continue }
      if word == "as", !names.isEmpty {
        if let local = name() { names[names.count - 1].name = local }
      } else {
        names.append((isNamed ? word : "default", word))
      }
    }
  }

  /// `export const name = literal`; of anything else the name alone.
  private mutating func readExport(into scope: inout ScriptScope) {
    guard var kind = name() else { return }
    if kind == "async" { kind = name() ?? "" }
    guard ["const", "let", "var", "function", "class"].contains(kind) else { return }
    repeat {
      guard let name = name() else { return }
      scope.add(exported: name)
      guard kind != "function", kind != "class", take("=") else { return }
      guard let (value, end) = ScriptParser(copying: self, scope: scope).valueAhead() else { return }
      scope.set(name, to: value)
      position = end
      skipBlanks()
    } while position < bytes.count && bytes[position] == UInt8(ascii: ",") && take(",")
  }

  /// A value that ends its statement: `[…].map(…)` and `1 * 2` begin with one that is not the whole.
  private func valueAhead() -> (Value, Int)? {
    var copy = self
    guard let value = copy.expression() else { return nil }
    let end = copy.position
    copy.skipBlanks()
    let next = copy.position < copy.bytes.count ? copy.bytes[copy.position] : 0x0A
    guard ";,/\n\r".utf8.contains(next) else { return nil }
    if next == 0x0A || next == 0x0D {
      copy.skipSpace()
      let continued = copy.position < copy.bytes.count ? copy.bytes[copy.position] : 0x0A
      if ".?+-*/%&|<>=([`".utf8.contains(continued) { return nil }
    }
    return (value, end)
  }
}
