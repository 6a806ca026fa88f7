import BookModel
import SourceText

/// Reads the files of a folder that take the place of the program's templates.
///
/// A file that no template is named after is reported, with the name that may have been meant; one that cannot be used
/// is reported at its place, and the program's own is used.
/// - Parameters:
///   - folder: relative to the world's root; empty for the root itself.
///   - prefix: what diagnostics show before a file's name.
package func readTemplates(
  in folder: String, of world: any World, shownAs prefix: String, files: inout SourceFiles, findings: inout Findings
) -> Templates {
  var templates = Templates()
  for name in names(in: folder, of: world, under: "", depth: 0) {
    guard let bytes = try? world.read(Paths.join(folder, name)) else { continue }
    let file = files.add(path: Paths.join(prefix, name), bytes: bytes)
    guard Templates.names.contains(name) else {
      if name.hasPrefix("fonts/") || isNote(name) { continue }
      findings.warning(
        .templateUnknown, "`\(name)` is the name of no template", at: file.range.start(of: file),
        notes: ["the file is not used"],
        help: nearest(to: name, among: Templates.names).map { "did you mean `\($0)`?" }
          ?? "`handpress templates eject` writes all templates under their names")
      continue
    }
    templates.replacements[name] = file
    if !isUsable(name, file, in: templates, findings: &findings) { templates.replacements[name] = nil }
  }
  return templates
}

/// Notes of a user's own beside templates are no templates that were misnamed.
private func isNote(_ name: String) -> Bool {
  ["md", "txt"].contains(Paths.fileExtension(of: name)) || Paths.name(of: name) == "LICENSE"
}

private func isUsable(
  _ name: String, _ file: SourceFile, in templates: Templates, findings: inout Findings
) -> Bool {
  switch Paths.fileExtension(of: name) {
  case "css": checkStylesheet(file, findings: &findings)
  case "svg": checkIcon(file, findings: &findings)
  case "mustache": checkPage(file, name: name, findings: &findings)
  default: true
  }
}

/// The files below a folder, those in folders of it included, without hidden ones.
private func names(in folder: String, of world: any World, under prefix: String, depth: Int) -> [String] {
  guard depth < 4, let entries = try? world.list(Paths.join(folder, prefix)) else { return [] }
  return entries.filter { !$0.name.hasPrefix(".") }.flatMap { entry -> [String] in
    let name = Paths.join(prefix, entry.name)
    return entry.kind == .file ? [name] : names(in: folder, of: world, under: name, depth: depth + 1)
  }
}

extension SourceRange {
  /// The first letter of a file, for what is wrong with the whole of it.
  func start(of file: SourceFile) -> SourceRange { SourceRange(file: file.id, 0..<min(1, file.bytes.count)) }
}

extension SourceFile {
  /// The place of a line and a column, both counted from 1.
  func place(line: Int, column: Int) -> SourceRange {
    var start = 0
    var current = 1
    while current < line, let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      start = feed + 1
      current += 1
    }
    let offset = min(start + max(0, column - 1), bytes.count)
    return SourceRange(file: id, offset..<min(offset + 1, bytes.count))
  }
}
