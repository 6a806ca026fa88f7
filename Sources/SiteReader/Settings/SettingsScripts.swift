import BookModel
import JavaScriptBinding
import SourceText

/// Evaluates a site's settings and sidebars, in one sandbox that is started when the first script is met.
final class SettingsScripts {
  private let world: any World
  private let loader: ScriptLoader
  private var sandbox: JavaScriptSandbox?

  init(world: any World, siteFolder: String, locale: String = "") {
    self.world = world
    loader = ScriptLoader(world: world, folder: siteFolder, locale: locale)
  }

  /// What a script exports, or a JSON file holds; nil with a diagnostic where that cannot be had.
  /// - Parameter path: relative to the handbook's root.
  func value(
    of path: String, files: inout SourceFiles, findings: inout Findings
  ) throws(SiteError) -> (value: Value, file: SourceFile)? {
    guard let bytes = try? world.read(path) else { return nil }
    let file = files.add(path: path, bytes: bytes)
    if Paths.fileExtension(of: path) == "json" {
      return SettingsText.json(file, findings: &findings).map { ($0, file) }
    }
    do throws(JavaScriptError) {
      return (try started().settings(in: path), file)
    } catch {
      if error == .libraryMissing { throw .javaScriptMissing(remedy: JavaScriptError.libraryRemedy) }
      report(error, file: file, files: &files, findings: &findings)
      return nil
    }
  }

  /// The results of one of the settings' functions for every argument; nil when it fails.
  func results(of function: Int, for arguments: [String]) -> [Value]? {
    (try? sandbox?.call(function: function, with: arguments))?.array
  }

  private func started() throws(JavaScriptError) -> JavaScriptSandbox {
    if let sandbox { return sandbox }
    let made = try JavaScriptSandbox(host: loader)
    sandbox = made
    return made
  }

  private func report(
    _ error: JavaScriptError, file: SourceFile, files: inout SourceFiles, findings: inout Findings
  ) {
    var place = SourceRange(file: file.id, start: 0, end: 0)
    if case .exception(let exception) = error, let script = exception.script, let line = exception.line {
      if script == file.path {
        place = file.range(ofLine: line)
      } else if let bytes = try? world.read(script) {
        place = files.add(path: script, bytes: bytes).range(ofLine: line)
      }
    }
    findings.error(
      .settingsFailed, "the settings cannot be evaluated: \(error.sentence)", at: place,
      notes: ["the book is made without `\(file.path)`"],
      help: "settings run without network, other programs and npm packages; only files of the handbook can be loaded")
  }
}

extension SourceFile {
  /// A line, counted from 1, without its end.
  func range(ofLine line: Int) -> SourceRange {
    var start = 0
    for _ in 1..<max(1, line) {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { break }
      start = end + 1
    }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    return SourceRange(file: id, start..<end)
  }
}
