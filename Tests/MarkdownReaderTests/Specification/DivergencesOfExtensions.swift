extension Divergence {
  /// Where `cmark-gfm` reads its other extensions otherwise than GFM says, or than one would expect.
  static let ofExtensions = [
    Divergence(
      name: "tilde-beside-emphasis",
      reason: "a tilde is punctuation beside a delimiter run (CommonMark §6.2); cmark-gfm looks through it",
      example: FuzzDocument("_b_~a", mode: .gfm),
      isTriggered: { $0.document.mode != .commonMark && $0.markdown.contains(/~[*_]|[*_]~/) },
      level: Levels.emphasis),
    Divergence(
      name: "boxes-anywhere",
      reason: "an item is a task wherever its list stands (GFM §5.3); cmark-gfm wants its marker to begin a line",
      example: FuzzDocument("> - [x] a", mode: .gfm),
      isTriggered: { $0.document.mode != .commonMark && $0.markdown.contains(/\[[ xX]\][ \t]/) },
      level: Levels.boxes),
    Divergence(
      name: "boxes-before-blocks",
      reason: """
        what follows a box is the rest of the paragraph that it begins (GFM §5.3), even when it stands alone; \
        cmark-gfm takes the box away first and then looks what the line is
        """,
      example: FuzzDocument("- [x] [b]: /c", mode: .gfm),
      isTriggered: {
        $0.document.mode != .commonMark && $0.markdown.contains(/\[[ xX]\][ \t]+(\[.*\]:|(\R|\|)|$|.*\R)/)
      },
      level: nil),
    Divergence(
      name: "definitions-above-tables",
      reason: "definitions end where they end (CommonMark §4.7); cmark-gfm reads none in lines above a table",
      example: FuzzDocument("[a]: /b\nc|d\n-|-", mode: .gfm),
      isTriggered: { $0.markdown.contains("]:") && $0.ours.contains("<table>") }, level: nil),
    Divergence(
      name: "pipes-above-tables",
      reason: "a backslash before a pipe is lost in a table only (GFM §4.10); cmark-gfm loses it above one as well",
      example: FuzzDocument("`a\\|b`\nc\n:-", mode: .gfm),
      isTriggered: { $0.markdown.contains("\\|") && $0.ours.contains("<table>") },
      level: { $0.filter { $0 != "\\" } }),
    Divergence(
      name: "brackets-with-carets",
      reason: "`[^a]` without its footnote is text as any other; cmark-gfm leaves the text between as it was",
      example: FuzzDocument("[^*a*]", mode: .footnotes),
      isTriggered: { $0.markdown.contains($0.document.mode == .footnotes ? "[^" : "![^") },
      level: { Levels.inlines($0).replacing(/&#?\w+;|[\x00-\x1F]|\^/, with: "") }),
    Divergence(
      name: "footnotes-in-descriptions",
      reason: "an image's description is text alone, so no footnote is referred to from it; cmark-gfm counts it",
      example: FuzzDocument("![a [^1]](/b)\n\n[^1]: c", mode: .footnotes),
      isTriggered: { $0.document.mode == .footnotes && $0.markdown.contains(/!\[[\s\S]*\[\^/) }, level: nil),
    Divergence(
      name: "labels-with-carets",
      reason: "what stands between `[^` and `]` is read as text is; cmark-gfm puts the label of a footnote there",
      example: FuzzDocument("[^[]>\nb]", mode: .footnotes),
      isTriggered: { $0.document.mode == .footnotes && $0.markdown.contains(/\[\^[^\]]*(\[|&|\s)/) }, level: nil),
    Divergence(
      name: "blank-lines-in-footnotes",
      reason: "blank lines do not end a footnote; cmark-gfm lets those do that hold spaces, or stand at its head",
      example: FuzzDocument("[^1]: a\n \n    b\n\nc[^1]", mode: .footnotes),
      isTriggered: {
        $0.document.mode == .footnotes && $0.markdown.contains(/\[\^.*\]:([ \t]*\R\s*\R|[\s\S]*\R[ \t>]+\R)/)
      },
      level: nil),
  ]
}
