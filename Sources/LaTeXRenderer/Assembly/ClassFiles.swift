import CTemplates

/// The class of the edition: `handpress.cls`, the parts that it loads, and its Lua. Each is a file of `templates/latex`
/// that a user may replace alone.
enum ClassFiles {
  /// What `handpress.cls` loads, in its order; of the layers of engines it loads one.
  static let parts = [
    "luatex", "xetex", "fonts", "colors", "page", "text", "links", "titles", "admonitions", "lists", "code", "tables",
    "figures", "formulas", "footnotes", "front", "directions", "scripts",
  ]

  static func all() -> [LaTeXFile] {
    (["handpress.cls"] + parts.map { "handpress-\($0).sty" } + ["handpress.lua", "handpress-paragraphs.lua"])
      .map(LaTeXFile.template)
  }
}

extension LaTeXFile {
  /// A file of `templates/latex`, by its name.
  package static func template(_ name: String) -> LaTeXFile {
    guard let template = handpress_template("latex/" + name)?.pointee else {
      preconditionFailure("the template \(name) is not in the program")
    }
    return LaTeXFile(path: name, bytes: Array(UnsafeBufferPointer(start: template.bytes, count: template.count)))
  }
}
