/// Throws for the first place where a document is not well-formed XML 1.0 with namespaces, or where an `id` is
/// used for a second time. May be called from any thread.
///
/// Meant for what we write ourselves: every file is read again before it is packaged, so entities other than
/// XML's five are errors.
package func checkWellFormed(_ bytes: [UInt8]) throws(XMLError) {
  try parse(bytes, wanting: .startTags, UniqueIDs())
}

/// XML's rule that an ID names one element (XML 1.0, section 3.3.1), for the attribute that XHTML, SVG, OPF and
/// NCX all call `id`.
private final class UniqueIDs: ParserEvents {
  private var seen: Set<String> = []

  override func start(_ element: StartTag) {
    guard let id = element.id else { return }
    if !seen.insert(id).inserted { stop("the id `\(id)` is used twice") }
  }
}
