import BookModel
import EPUBRenderer
import LaTeXRenderer
import SiteReader
import SourceText
import Templates

/// How a book is to look: what a user has put in the place of the program's templates, and the theme.
struct Look: Sendable {
  var templates: Templates
  var theme: Theme
  var fonts: [CarriedFont]

  /// The files of the LaTeX edition with a user's class and its Lua in the place of the program's.
  func dress(_ files: [LaTeXFile]) -> [LaTeXFile] {
    files.map { file in
      guard let own = templates.replacement(of: "latex/" + file.path) else { return file }
      return LaTeXFile(path: file.path, bytes: own.bytes)
    }
  }
}

/// Reads the look of a handbook: the folder of `--templates`, else `templates/` beside the settings; and the theme that
/// `book.yml` names, else `theme.yml` beside it, else the one among the templates.
/// - Throws: `BuildFailure` when the folder that the command line names is not there.
func readLook(
  of discovery: Discovery, in world: DiskWorld, options: BuildOptions, files: inout SourceFiles,
  findings: inout Findings
) throws(BuildFailure) -> Look {
  let folder = try TemplateFolder(options: options, settingsFolder: discovery.settingsFolder, handbook: world)
  var look = Look(templates: .standard, theme: .standard, fonts: [])
  if let folder {
    look.templates = readTemplates(
      in: folder.path, of: folder.world, shownAs: folder.shown, files: &files, findings: &findings)
  }
  if let path = themePath(discovery, in: world, findings: &findings), let bytes = try? world.read(path) {
    let file = files.add(path: path, bytes: bytes)
    look.theme = readTheme(file, fontsIn: Paths.folder(of: path), over: .standard, findings: &findings)
    look.fonts = readFonts(look.theme, in: world, at: file, findings: &findings)
  } else if let folder, let file = look.templates.replacement(of: "theme.yml") {
    look.theme = readTheme(file, fontsIn: folder.path, over: .standard, findings: &findings)
    look.fonts = readFonts(look.theme, in: folder.world, at: file, findings: &findings)
  }
  return look
}

/// Where a user's templates lie.
private struct TemplateFolder {
  var world: DiskWorld
  /// Relative to the world's root.
  var path: String
  /// As diagnostics show it.
  var shown: String

  /// nil where there is none. A folder of a handbook that only happens to be called `templates` is none: it has nothing
  /// in it that a template is named after.
  init?(options: BuildOptions, settingsFolder: String, handbook: DiskWorld) throws(BuildFailure) {
    if let named = options.templates {
      guard let world = try? DiskWorld(root: named), world.kind(of: "") == .folder else {
        throw .noTemplates(path: named)
      }
      (self.world, path, shown) = (world, "", named)
    } else {
      let path = Paths.join(settingsFolder, "templates")
      let known = Set(Templates.names.map { $0.prefix { $0 != "/" } })
      guard handbook.kind(of: path) == .folder, let entries = try? handbook.list(path),
        entries.contains(where: { known.contains($0.name[...]) })
      else { return nil }
      (world, self.path, shown) = (handbook, path, path)
    }
  }
}

/// The theme of the handbook itself; nil where there is none.
private func themePath(_ discovery: Discovery, in world: DiskWorld, findings: inout Findings) -> String? {
  if let path = discovery.metadata.themePath {
    if world.kind(of: path) == .file { return path }
    findings.error(
      .themeUnreadable, "the theme `\(path)` that book.yml names is not there",
      help: "give the path of a theme.yml relative to book.yml")
  }
  let path = Paths.join(discovery.settingsFolder, "theme.yml")
  return world.kind(of: path) == .file ? path : nil
}

/// The font files of a theme that are there and are fonts.
private func readFonts(
  _ theme: Theme, in world: DiskWorld, at file: SourceFile, findings: inout Findings
) -> [CarriedFont] {
  var fonts: [CarriedFont] = []
  for role in Theme.FontRole.allCases {
    for path in theme[role] {
      guard let bytes = try? world.read(path) else {
        findings.error(.themeUnreadable, "the font `\(path)` of the theme is not there", at: file.firstByte)
        continue
      }
      let font = CarriedFont(role: role, path: path, bytes: bytes)
      if font.mediaType == nil {
        findings.error(
          .themeUnreadable, "`\(path)` is no font", at: file.firstByte,
          help: "name an OpenType, TrueType, WOFF or WOFF2 file")
      } else {
        fonts.append(font)
      }
    }
  }
  return fonts
}

extension SourceFile {
  fileprivate var firstByte: SourceRange { SourceRange(file: id, 0..<min(1, bytes.count)) }
}
