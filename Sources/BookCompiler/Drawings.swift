import BookModel
import SourceText
import XMLBinding

/// The assets without drawings that would spoil the book: an SVG file that is no XML, or has not SVG's namespace, is shown
/// by no reader and makes the whole book invalid (EPUB 3.3 §3.3).
///
/// Scripts and references to other files were looked for when the file was read; libxml2, which understands it as a reader
/// will, is asked a second time.
func checkDrawings(_ assets: [Asset], workers: Int, findings: inout Findings) -> [Asset] {
  parallelMap(assets, workers: workers, findings: &findings) { asset, findings in
    guard asset.isShown, asset.mediaType == "image/svg+xml", let fault = fault(of: asset.bytes) else { return asset }
    findings.warning(
      .imageUnreadable, "the drawing `\(asset.path)` cannot be in a book", at: asset.shownAt,
      notes: [fault, "its alternative text is kept"], help: "save it anew as plain SVG")
    return asset.leftOut
  }
}

/// What is wrong with a drawing; nil for a good one.
private func fault(of bytes: [UInt8]) -> String? {
  do {
    let summary = try summarizeSVG(bytes)
    if summary.rootName != "svg" { return "its root is `\(summary.rootName)`, not `svg`" }
    if summary.namespace != "http://www.w3.org/2000/svg" {
      return "its root lacks `xmlns=\"http://www.w3.org/2000/svg\"`"
    }
    if summary.hasScripts { return "it holds a script" }
    if summary.hasForeignObjects { return "it holds a `foreignObject`" }
    return summary.externalReferences.first.map { "it refers to `\($0)`" }
  } catch {
    return "line \(error.line): \(error.message)"
  }
}
