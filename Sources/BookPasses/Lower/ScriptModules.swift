import BookModel

extension ScriptParser {
  /// What the lines of `import` and `export` name.
  mutating func readModuleLines(into scope: inout ScriptScope) {
    while position < bytes.count {
      skipSpace()
      let start = position
      switch name() {
      case "import": readImport(into: &scope)
      case "export": readExport(into: &scope)
      default: break
      }
      if position == start || !peek(";") { skipLine() }
      if position < bytes.count { position += 1 }
    }
  }

  /// `import a, {b as c} from 'path'`: the names, then the path.
  private mutating func readImport(into scope: inout ScriptScope) {
    var names: [String] = []
    while position < bytes.count {
      skipSpace()
      guard position < bytes.count else { return }
      let byte = bytes[position]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        guard let path = quoted() else { return }
        for name in names { scope.add(module: path, as: name) }
        return
      }
      guard let word = name() else {
        position += 1
        continue
      }
      switch word {
      case "from": break
      case "as": if !names.isEmpty { names.removeLast() }
      default: names.append(word)
      }
    }
  }

  /// `export const name = literal`.
  private mutating func readExport(into scope: inout ScriptScope) {
    guard let kind = name(), ["const", "let", "var"].contains(kind), let name = name(), take("=") else { return }
    let start = position
    if let value = ScriptParser(copying: self, scope: scope).valueAhead() {
      scope.set(name, to: value.0)
      position = value.1
    } else {
      position = start
    }
  }

  private func valueAhead() -> (Value, Int)? {
    var copy = self
    guard let value = copy.expression() else { return nil }
    let end = copy.position
    copy.skipSpace()
    // `(a, b) => …` reads as a value in parentheses up to the arrow.
    guard copy.position == copy.bytes.count || copy.bytes[copy.position] != UInt8(ascii: "=") else { return nil }
    return (value, end)
  }
}
