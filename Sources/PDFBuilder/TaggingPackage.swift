import CTemplates
import LaTeXRenderer

/// The files of `templates/latex/` that the engine needs besides the edition.
enum TaggingPackage {
  static var files: [LaTeXFile] {
    let modules = [
      "access", "archive", "elements", "glyphs", "intent", "links", "log", "marking", "metadata", "spaces", "structure",
      "tagging", "text",
    ]
    let names = ["handpress-tagging.sty"] + modules.map { "handpress-\($0).lua" }
    return names.map { name in
      guard let template = handpress_template("latex/\(name)")?.pointee else {
        preconditionFailure("the template latex/\(name) is not in the program")
      }
      return LaTeXFile(path: name, bytes: Array(UnsafeBufferPointer(start: template.bytes, count: template.count)))
    }
  }
}
