import TestSupport
import Testing

/// The layers of the printed class, one for each engine, give the same commands; its other parts name no engine's own.
@Suite struct EngineLayersTests {
  private static let folder = "templates/latex"
  private static let layers = ["handpress-luatex.sty", "handpress-xetex.sty"]

  @Test func whatTheClassAsksOfOneLayerTheOtherHas() throws {
    let definition = #/\\(?:newcommand|providecommand|protected\\def|def|let|@namedef\{)\\?((?:hp@|hp)[A-Za-z@]*)/#
    let defined = try Self.layers.map { layer in
      Set(try Checkout.text("\(Self.folder)/\(layer)").matches(of: definition).map { String($0.1) })
    }
    let command = #/\\(hp[A-Za-z@]*)/#
    let asked = try Set(parts().flatMap { $0.lines.joined(separator: "\n").matches(of: command).map { String($0.1) } })
    let wanted = defined.map { $0.intersection(asked) }
    let own = try Set(
      parts().flatMap { $0.lines.joined(separator: "\n").matches(of: definition).map { String($0.1) } })
    #expect(wanted[0].count > 20)
    for name in wanted[0].subtracting(defined[1]).sorted() { Issue.record("the layer of XeTeX has no \\\(name)") }
    for name in wanted[1].subtracting(defined[0]).subtracting(own).sorted() {
      Issue.record("the layer of LuaTeX has no \\\(name)")
    }
  }

  @Test func noOtherPartNamesWhatIsAnEnginesOwn() throws {
    let own = ["directlua", "pdfextension", "pdfvariable", "textdirection", "newattribute", "special{", "XeTeX"]
    for part in try parts() {
      for (index, line) in part.lines.enumerated() where !line.hasPrefix("%") {
        for word in own where line.contains("\\" + word) && !line.contains("\\ifdefined\\" + word) {
          Issue.record("\(part.path):\(index + 1) has \\\(word)")
        }
      }
    }
  }

  private func parts() throws -> [Checkout.File] {
    let all = try Checkout.files(in: Self.folder, ending: ".sty") + Checkout.files(in: Self.folder, ending: ".cls")
    return all.filter { file in
      !Self.layers.contains { file.path.hasSuffix($0) } && !file.path.hasSuffix("-tagging.sty")
        && !file.path.hasSuffix("-log.sty")
    }
  }
}
