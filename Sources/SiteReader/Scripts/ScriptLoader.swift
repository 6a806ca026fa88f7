import JavaScriptBinding
import SourceText

/// The modules a handbook's settings may load: files inside its root, by relative paths; everything else is a
/// stand-in.
final class ScriptLoader: JavaScriptHost {
  /// The name scripts see the handbook's root under.
  static let root = "/handbook"

  private let world: any World
  /// The folder of the settings, relative to the root: `@site`.
  let folder: String
  /// The locale the site is built in; empty where nobody has named one.
  let locale: String

  init(world: any World, folder: String, locale: String = "") {
    self.world = world
    self.folder = folder
    self.locale = locale
  }

  /// A path of the settings, relative to the site's folder or made with `path.resolve`, from the handbook's root.
  /// - Returns: nil when it lies outside.
  static func rootPath(_ path: String, siteFolder: String) -> String? {
    if path == root { return "" }
    if path.hasPrefix(root + "/") { return Paths.resolve(String(path.dropFirst(root.count))) }
    return path.hasPrefix("/") ? nil : Paths.resolve(path, in: siteFolder)
  }

  func resolve(_ specifier: String, from importer: String) -> JavaScriptResolution {
    let path: String?
    if specifier.hasPrefix("./") || specifier.hasPrefix("../") || specifier == "." || specifier == ".." {
      path = Paths.resolve(specifier, in: Paths.folder(of: importer))
    } else if specifier.hasPrefix("@site/") {
      path = Paths.resolve(String(specifier.dropFirst(6)), in: folder)
    } else if specifier.hasPrefix("/") {
      path = ScriptLoader.rootPath(specifier, siteFolder: folder)
    } else {
      return .standIn
    }
    guard let path else { return .refused("\(specifier) lies outside the handbook") }
    let endings = ["", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", ".json", "/index.js", "/index.ts", "/index.json"]
    let found = endings.first { world.kind(of: path + $0) == .file }
    return found.map { .module(path: path + $0) } ?? .refused("\(specifier) is not in the handbook")
  }

  func load(_ path: String) -> JavaScriptModule? {
    guard let bytes = try? world.read(path) else { return nil }
    switch Paths.fileExtension(of: path) {
    case "json": return .json(bytes)
    case "ts", "mts", "cts": return .script(ScriptModules.rewrite(TypeScript.strip(bytes)))
    case "js", "mjs", "cjs": return .script(ScriptModules.rewrite(bytes))
    default: return .script(Array("module.exports = \"\";".utf8))
    }
  }
}
