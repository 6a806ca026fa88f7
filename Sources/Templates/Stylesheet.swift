import BookModel
import SourceText

extension Templates {
  /// The style sheet of the EPUB with the values of a theme filled in.
  /// - Parameter fonts: the files of the theme's fonts in the container, in the order of `Theme.FontRole.allCases`.
  package func stylesheet(_ theme: Theme, fonts: [[EmbeddedFont]]) -> [UInt8] {
    let template = self["epub/book.css"]
    let values = StylesheetValues(theme, fonts: fonts)
    var sheet: [UInt8] = []
    sheet.reserveCapacity(template.count)
    var index = 0
    for tag in template.tags {
      sheet += template[index..<tag.range.lowerBound]
      sheet += (values[tag.name] ?? "").utf8
      index = tag.range.upperBound
    }
    return sheet + template[index...]
  }
}

/// A font file in the container.
package struct EmbeddedFont: Sendable {
  /// Relative to the package document.
  package var path: String
  package var isBold: Bool
  package var isItalic: Bool

  package init(path: String, isBold: Bool, isItalic: Bool) {
    self.path = path
    self.isBold = isBold
    self.isItalic = isItalic
  }
}

/// What a style sheet may name.
struct StylesheetValues {
  private var values: [String: String] = [:]

  /// Every name, in the order of the documentation.
  static let names: [String] = {
    let panels = ["accent"] + Admonition.Style.allCases.map(\.rawValue)
    var names: [String] = []
    for panel in panels { names += [panel + ".light", panel + ".dark", panel + ".tint"] }
    for role in Theme.CodeRole.allCases { names += ["code.\(role.rawValue).light", "code.\(role.rawValue).dark"] }
    names.append("fonts.faces")
    for role in Theme.FontRole.allCases { names.append("fonts." + role.rawValue) }
    return names
  }()

  init(_ theme: Theme, fonts: [[EmbeddedFont]]) {
    add("accent", theme.accent)
    for style in Admonition.Style.allCases { add(style.rawValue, theme[style]) }
    for role in Theme.CodeRole.allCases { add("code." + role.rawValue, theme[role]) }
    for (role, files) in zip(Theme.FontRole.allCases, fonts) where !files.isEmpty {
      let generic = role == .code ? "monospace" : role == .text ? "serif" : "sans-serif"
      values["fonts." + role.rawValue] = "font-family: \"book-\(role.rawValue)\", \(generic);"
      values["fonts.faces", default: ""] += files.map { face($0, family: "book-" + role.rawValue) }.joined()
    }
  }

  subscript(name: String) -> String? { values[name] }

  private mutating func add(_ name: String, _ tone: Theme.Tone) {
    values[name + ".light"] = tone.light.hex
    values[name + ".dark"] = tone.dark.hex
    values[name + ".tint"] = "rgba(\(tone.light.red), \(tone.light.green), \(tone.light.blue), 0.07)"
  }

  private func face(_ font: EmbeddedFont, family: String) -> String {
    """
    @font-face {
      font-family: "\(family)";
      font-weight: \(font.isBold ? "bold" : "normal");
      font-style: \(font.isItalic ? "italic" : "normal");
      src: url(\(font.path));
    }


    """
  }
}

/// - Returns: true, since a sheet with unknown names is still a sheet.
func checkStylesheet(_ file: SourceFile, findings: inout Findings) -> Bool {
  for tag in file.bytes.tags where tag.sign != UInt8(ascii: "!") {
    reportUnknown(tag, in: file, among: StylesheetValues.names, findings: &findings)
  }
  return true
}

/// A name that the program gives no value.
func reportUnknown(_ tag: Tag, in file: SourceFile, among names: [String], findings: inout Findings) {
  guard !names.contains(tag.name) else { return }
  findings.warning(
    .templateUnknownName, "the template names `\(tag.name)`, which has no value",
    at: SourceRange(file: file.id, tag.range), notes: ["nothing is put in its place"],
    help: nearest(to: tag.name, among: names).map { "did you mean `\($0)`?" }
      ?? "`Docs/templates.md` lists the names of each template")
}
