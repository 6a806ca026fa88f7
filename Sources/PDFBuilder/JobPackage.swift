import LaTeXRenderer

/// The files of `templates/latex/` that an engine gets besides the edition.
enum JobPackage {
  /// With LuaTeX the tagger and what tells the log, with others the latter alone.
  static func files(for kind: EngineKind) -> [LaTeXFile] {
    kind.canTag ? tagger.map(LaTeXFile.template) : [.template("handpress-xetex-log.sty")]
  }

  /// What this job is, in the language of the package.
  static func job(_ identifier: String, for kind: EngineKind, _ options: TypesetOptions) -> LaTeXFile {
    let identifier = identifier.prefix(32)
    let (path, text) =
      kind.canTag
      ? (
        "handpress-job.lua",
        "return {identifier = \"\(identifier)\", date = \(options.date), tagged = \(options.isTagged)}\n"
      ) : ("handpress-job.tex", "\\def\\hpjobidentifier{\(identifier)}\n")
    return LaTeXFile(path: path, bytes: Array(text.utf8))
  }

  private static let tagger =
    ["handpress-tagging.sty"]
    + [
      "access", "archive", "elements", "glyphs", "intent", "links", "log", "marking", "metadata", "spaces", "structure",
      "tagging", "text",
    ].map { "handpress-\($0).lua" }
}
