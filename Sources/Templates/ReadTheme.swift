import BookModel
import SourceText
import YAMLBinding

extension Theme {
  /// The theme of the program: `templates/theme.yml`.
  package static let standard: Theme = {
    let file = SourceFile(
      path: "theme.yml", text: String(decoding: Templates.standardBytes("theme.yml"), as: UTF8.self))
    var findings = Findings()
    let gray = Tone(light: Color(0x555555), dark: Color(0xBBBBBB))
    let theme = readTheme(
      file,
      over: Theme(
        accent: gray, admonitions: Admonition.Style.allCases.map { _ in gray },
        code: CodeRole.allCases.map { _ in gray }, fonts: FontRole.allCases.map { _ in [] }, cover: CoverStyle()),
      findings: &findings)
    precondition(findings.isEmpty, "the program's own theme.yml has faults")
    return theme
  }()
}

/// Reads a `theme.yml` (`Docs/theme-yml.md`): what it names changes, all else stays as it is.
///
/// What is wrong is reported at its place and left out; colours that stand out too little are used, and reported.
/// - Parameter fontsIn: the folder that the paths of fonts are relative to.
package func readTheme(
  _ file: SourceFile, fontsIn folder: String = "", over base: Theme, findings: inout Findings
) -> Theme {
  var reading = ThemeReading(file: file, folder: folder, theme: base)
  reading.read()
  findings.append(reading.findings)
  return reading.theme
}

/// The state of reading one theme.
private struct ThemeReading {
  static let sections = ["colors", "admonitions", "code", "fonts", "cover"]

  let file: SourceFile
  let folder: String
  var theme: Theme
  var findings = Findings()
  /// The bytes of the section that is read.
  private var section = 0..<0

  init(file: SourceFile, folder: String, theme: Theme) {
    self.file = file
    self.folder = folder
    self.theme = theme
  }

  mutating func read() {
    let document: YAMLDocument
    do throws(YAMLSyntaxError) {
      document = try file.bytes.withYAML(parseYAML)
    } catch {
      findings.error(
        .themeWrongValue, "this is no YAML: \(error.message)",
        at: SourceRange(file: file.id, min(error.offset, file.bytes.count)..<min(error.offset + 1, file.bytes.count)),
        notes: ["the theme is left out of account"])
      return
    }
    for (member, range) in zip(document.value.members ?? [], document.memberRanges) where member.value != .null {
      section = range
      read(member)
    }
  }

  private mutating func read(_ member: Value.Member) {
    guard ThemeReading.sections.contains(member.key) else {
      return unknown(member.key, among: ThemeReading.sections)
    }
    guard let entries = member.value.members else { return wrong(member.key, "an object of names and values") }
    for entry in entries where entry.value != .null {
      switch member.key {
      case "colors": readColor(entry, named: ["accent"]) { $0.accent = $1 }
      case "admonitions":
        let names = Admonition.Style.allCases.map(\.rawValue)
        readColor(entry, named: names) { $0.admonitions[names.firstIndex(of: entry.key) ?? 0] = $1 }
      case "code":
        let names = Theme.CodeRole.allCases.map(\.rawValue)
        readColor(entry, named: names) { $0.code[names.firstIndex(of: entry.key) ?? 0] = $1 }
      case "fonts": readFonts(entry)
      default: readCover(entry)
      }
    }
  }

  /// `"#1e689d"` for light and dark pages alike, or `{light: …, dark: …}`.
  private mutating func readColor(
    _ entry: Value.Member, named names: [String], set: (inout Theme, Theme.Tone) -> Void
  ) {
    guard names.contains(entry.key) else { return unknown(entry.key, among: names) }
    let expected = "a colour such as \"#1e689d\", or an object of two, `light` and `dark`"
    let light: Theme.Color?
    let dark: Theme.Color?
    if let text = entry.value.string {
      light = Theme.Color(hex: text)
      dark = light
    } else {
      for member in entry.value.members ?? [] where !["light", "dark"].contains(member.key) {
        unknown(member.key, among: ["light", "dark"])
      }
      light = entry.value["light"]?.string.flatMap(Theme.Color.init(hex:))
      dark = (entry.value["dark"] ?? entry.value["light"])?.string.flatMap(Theme.Color.init(hex:))
    }
    guard let light, let dark else { return wrong(entry.key, expected) }
    let tone = Theme.Tone(light: light, dark: dark)
    set(&theme, tone)
    reportContrast(of: tone, named: entry.key)
  }

  /// WCAG 2.2 §1.4.3, on the pages that readers show.
  private mutating func reportContrast(of tone: Theme.Tone, named key: String) {
    let pages: [(color: Theme.Color, page: Theme.Color, name: String)] = [
      (tone.light, Theme.Color(0xFFFFFF), "white"), (tone.light, Theme.Color(0xF4ECD8), "sepia"),
      (tone.dark, Theme.Color(0x222222), "dark grey"),
    ]
    for (color, page, name) in pages {
      let contrast = color.contrast(with: page)
      guard contrast < 4.5 else { continue }
      findings.warning(
        .themeLowContrast, "`\(key)` has a contrast of \(contrast.inTenths):1 with a \(name) page", at: place(of: key),
        notes: ["4.5:1 is the least that can be read by people of weak sight (WCAG 2.2 AA)"],
        help: "make \(color.hex) \(name == "dark grey" ? "lighter" : "darker")")
    }
  }

  private mutating func readFonts(_ entry: Value.Member) {
    guard let index = Theme.FontRole.allCases.firstIndex(where: { $0.rawValue == entry.key }) else {
      return unknown(entry.key, among: Theme.FontRole.allCases.map(\.rawValue))
    }
    let paths = (entry.value.array ?? [entry.value]).compactMap(\.string)
    guard paths.count == (entry.value.array?.count ?? 1) else { return wrong(entry.key, "a list of font files") }
    theme.fonts[index] = paths.compactMap { path in
      let resolved = Paths.resolve(path, in: folder)
      if resolved == nil { wrong(entry.key, "a list of font files within the handbook") }
      return resolved
    }
  }

  private mutating func readCover(_ entry: Value.Member) {
    switch entry.key {
    case "design":
      let names = CoverStyle.Design.allCases.map(\.rawValue)
      choose(entry, among: names) { $0.design = $1.flatMap(CoverStyle.Design.init(rawValue:)) }
    case "palette": choose(entry, among: CoverStyle.palettes) { $0.palette = $1 }
    case "colors": readRamp(entry)
    default: unknown(entry.key, among: ["design", "palette", "colors"])
    }
  }

  private mutating func choose(
    _ entry: Value.Member, among names: [String], set: (inout CoverStyle, String?) -> Void
  ) {
    guard let name = entry.value.string else { return wrong(entry.key, "one of \(names.joined(separator: ", "))") }
    if name == "auto" || names.contains(name) { return set(&theme.cover, name == "auto" ? nil : name) }
    findings.error(
      .themeWrongValue, "`\(name)` is no \(entry.key) of a cover", at: place(of: entry.key),
      help: nearest(to: name, among: names).map { "did you mean `\($0)`?" }
        ?? "there are auto, \(names.joined(separator: ", "))")
  }

  /// Five colours from dark to light: the ground is drawn near the second, the letters in the last.
  private mutating func readRamp(_ entry: Value.Member) {
    let colors = (entry.value.array ?? []).compactMap { $0.string.flatMap(Theme.Color.init(hex:)) }
    guard colors.count == 5, entry.value.array?.count == 5 else {
      return wrong(entry.key, "a list of five colours from dark to light")
    }
    theme.cover.colors = colors
    let contrast = colors[1].contrast(with: colors[4])
    guard contrast < 7 else { return }
    findings.warning(
      .themeLowContrast, "the cover's letters have a contrast of \(contrast.inTenths):1 with their ground",
      at: place(of: entry.key), notes: ["a cover is read as a thumbnail: 7:1 is wanted"],
      help: "make the second colour darker or the last lighter")
  }

  private mutating func wrong(_ key: String, _ expected: String) {
    findings.error(.themeWrongValue, "`\(key)` is not \(expected)", at: place(of: key))
  }

  private mutating func unknown(_ key: String, among keys: [String]) {
    findings.warning(
      .themeUnknownKey, "`\(key)` is no entry of a theme", at: place(of: key),
      help: nearest(to: key, among: keys).map { "did you mean `\($0)`?" } ?? "there are \(keys.joined(separator: ", "))"
    )
  }

  /// Where a key stands in the section, else the section's start.
  private func place(of key: String) -> SourceRange {
    let wanted = Array(key.utf8)
    var index = section.lowerBound
    while index + wanted.count < section.upperBound {
      if file.bytes[index...].starts(with: wanted), file.bytes[index + wanted.count] == UInt8(ascii: ":"),
        index == section.lowerBound || " {,\n\"'".utf8.contains(file.bytes[index - 1])
      {
        return SourceRange(file: file.id, index..<(index + wanted.count))
      }
      index += 1
    }
    return SourceRange(file: file.id, section.lowerBound..<min(section.lowerBound + 1, file.bytes.count))
  }
}

extension [UInt8] {
  /// The bytes lent to the reader of YAML.
  fileprivate func withYAML(
    _ read: (UnsafeBufferPointer<UInt8>) throws(YAMLSyntaxError) -> YAMLDocument
  ) throws(YAMLSyntaxError) -> YAMLDocument {
    let result: Result<YAMLDocument, YAMLSyntaxError> = withUnsafeBufferPointer { buffer in
      do throws(YAMLSyntaxError) { return .success(try read(buffer)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}

extension Double {
  /// With one digit behind the point, cut off: `4.4`.
  fileprivate var inTenths: String {
    let tenths = Int(self * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
