import BookModel
import SourceText
import XMLBinding

extension Templates {
  /// The sign of an admonition as it stands in a page: drawn in the colour of the text, and not read aloud, since the
  /// word beside it says the same.
  package func icon(of style: Admonition.Style) -> String {
    let svg = self["icons/\(style.rawValue).svg"]
    let text = String(decoding: svg, as: UTF8.self)
    guard let tag = text.firstIndex(of: "<", followedBy: "svg") else { return "" }
    var markup = text[tag...].dropFirst("<svg".utf8.count)
    while markup.last?.isWhitespace == true { markup = markup.dropLast() }
    return "<svg class=\"icon\" aria-hidden=\"true\"" + markup
  }
}

extension String {
  /// Where a tag of a name begins.
  fileprivate func firstIndex(of sign: Character, followedBy name: String) -> String.Index? {
    indices.first { self[$0] == sign && self[index(after: $0)...].hasPrefix(name) }
  }
}

/// An icon that stands in every page: one `svg` element that is well-formed, names no colour scheme of its own by
/// `class` at its root, and holds neither scripts nor links.
func checkIcon(_ file: SourceFile, findings: inout Findings) -> Bool {
  do throws(XMLError) {
    try checkWellFormed(file.bytes)
  } catch {
    findings.error(
      .templateUnusable, "this icon is no XML: \(error.message)",
      at: file.place(line: error.line, column: error.column),
      notes: ["the program's own icon is used"])
    return false
  }
  let text = String(decoding: file.bytes, as: UTF8.self)
  for word in [
    "<script", "<foreignObject", "<image", "<a ", "<style", " on", "href", " id=", " class=", " aria-", "<!DOCTYPE",
  ]
  where text.contains(word) {
    findings.error(
      .templateUnusable, "an icon may not hold `\(word.trimmingBlanks)`", at: file.range.start(of: file),
      notes: ["it stands many times in a page, as part of it", "the program's own icon is used"],
      help: "draw it of paths and shapes alone, in `currentColor`")
    return false
  }
  guard text.contains("<svg") else {
    findings.error(
      .templateUnusable, "this icon is no SVG", at: file.range.start(of: file),
      notes: ["the program's own icon is used"])
    return false
  }
  return true
}

extension String {
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
