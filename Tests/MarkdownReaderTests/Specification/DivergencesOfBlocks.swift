extension Divergence {
  /// Where `cmark-gfm` puts a line elsewhere than CommonMark has it.
  static let ofBlocks = [
    Divergence(
      name: "loose-after-a-break",
      reason: "a blank line behind a thematic break makes the list loose (§5.3); cmark-gfm forgets it",
      example: FuzzDocument("- ***\n\n  a", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/([-*_][ \t]*){3}/) }, level: Levels.paragraphs),
    Divergence(
      name: "loose-by-definitions",
      reason: "whether a definition at the end of a list makes it loose (§5.3), cmark-gfm lets the next block decide",
      example: FuzzDocument("* a\n\n  [b]: /c\n- d", mode: .commonMark),
      isTriggered: { $0.markdown.contains("]:") }, level: Levels.paragraphs),
    Divergence(
      name: "rules-under-definitions",
      reason: "under definitions alone three hyphens are a thematic break (§4.1); cmark-gfm makes them text",
      example: FuzzDocument("[a]: /b\n---", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/\]:(.*\R){1,2}.*([-_*][ \t]*){3}/) }, level: nil),
    Divergence(
      name: "tabs-before-fences",
      reason: "a fence's indentation counts columns (§2.2, §4.5); cmark-gfm counts bytes",
      example: FuzzDocument("-\n\t~~~\n\ta", mode: .commonMark),
      isTriggered: { $0.markdown.contains("\t") && $0.markdown.contains(/```|~~~/) }, level: Levels.spaces),
    Divergence(
      name: "indented-continuations",
      reason: "white space at the head of a lazy continuation line is no content (§4.8, §6.7); cmark-gfm keeps some",
      example: FuzzDocument(">`a\n b`", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/\R[>\s]*[ \t]/) }, level: Levels.spaces),
    Divergence(
      name: "bytes-that-are-no-text",
      reason: "bytes that are no UTF-8 cost themselves only; cmark-gfm takes what follows along",
      example: FuzzDocument([0xEF, 0x61], mode: .commonMark),
      isTriggered: { String(validating: $0.document.markdown, as: UTF8.self) == nil }, level: nil),
    Divergence(
      name: "lazy-definitions",
      reason: "a lazy continuation line may hold a definition as any other (§4.7); cmark-gfm minds its indentation",
      example: FuzzDocument("- [a]: /b\n [c]: /d", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/\]:.*\R[ \t]+\[[^\]]*\]:/) }, level: nil),
    Divergence(
      name: "lazy-tags",
      reason: "a tag alone on its line continues a paragraph lazily (§4.6, §5.1), as cmark has it since 0.30",
      example: FuzzDocument("> a\n<b>", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/\S.*\R[ \t>]*<[a-zA-Z\/][^<>]*>[ \t]*(\R|$)/) }, level: nil),
  ]
}
