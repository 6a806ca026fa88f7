/// A difference between us and `cmark-gfm` 0.29.0.gfm.6 that is meant, and how it is told from a mistake.
struct Divergence: Sendable {
  let name: String
  let reason: String
  /// Whether a document that the two read differently may owe it to this.
  let explains: @Sendable (Disagreement) -> Bool

  static let all: [Divergence] = [
    Divergence(
      name: "loose-after-thematic-break",
      reason: """
        a blank line after a thematic break in an item makes the list loose (CommonMark §5.3); cmark-gfm forgets the \
        blank line because the break stays open
        """,
      explains: { $0.hasAny(["***", "---", "___", "* *", "- -", "_ _"]) && $0.agree { $0.withoutParagraphs } }),
    Divergence(
      name: "tabs-before-fences",
      reason: "the indentation of a fence counts columns (CommonMark §2.2, §4.5); cmark-gfm counts bytes",
      explains: { $0.hasAny(["\t"]) && $0.hasAny(["```", "~~~"]) && $0.agree { $0.withoutSpaces } }),
    Divergence(
      name: "lazy-indentation",
      reason: "white space at the head of a lazy continuation line is no content (CommonMark §4.8); cmark-gfm keeps it",
      explains: { $0.hasIndentedLine && $0.agree { $0.withoutSpaces } }),
    Divergence(
      name: "task-box-anywhere",
      reason: """
        an item is a task wherever its list stands, and what follows the box is its paragraph (GFM §5.3); cmark-gfm \
        knows boxes at the head of a line only, and reads definitions after them
        """,
      explains: {
        $0.hasAny(["[ ]", "[x]", "[X]"])
          && ($0.agree { $0.withoutBoxes } || $0.hasAny(["]:", "] \n", "] \r", "] |", "]\t"]))
      }),
    Divergence(
      name: "tilde-beside-emphasis",
      reason: "a tilde is punctuation beside a delimiter run (CommonMark §6.2); cmark-gfm looks through it",
      explains: { $0.document.mode != .commonMark && $0.hasAny(["~*", "~_", "*~", "_~"]) }),
    Divergence(
      name: "comments-of-2021",
      reason: "comments as CommonMark 0.31 has them (§6.6): <!--> and <!---> are whole, hyphens may stand inside",
      explains: { $0.hasAny(["<!--"]) }),
    Divergence(
      name: "declarations-of-2021",
      reason:
        "a declaration may begin with a letter of either case and hold a name alone since CommonMark 0.30 (§4.6, §6.6)",
      explains: { $0.markdown.contains(/<![A-Za-z]/) }),
    Divergence(
      name: "backticks-looked-for-once",
      reason: "a run closes at the next of its length (CommonMark §6.1); cmark-gfm forgets some that it saw before",
      explains: { $0.hasAny(["``"]) && $0.hasAny(["<code>"], in: $0.ours) }),
    Divergence(
      name: "brackets-of-footnotes",
      reason:
        "`[^label]` without its footnote is plain text with its marks; cmark-gfm writes the text between as it was",
      explains: { $0.document.mode == .footnotes && $0.hasAny(["[^"]) }),
    Divergence(
      name: "lower-bounds-of-openers",
      reason: """
        whether a closer can open too decides which openers were ruled out for it (cmark since 0.30); cmark-gfm's \
        openers are ruled out for closers that might have them
        """,
      explains: { $0.hasAny(["**", "__", "~~"]) && $0.agree { $0.withoutEmphasis } }),
    Divergence(
      name: "symbols-are-punctuation",
      reason: "symbols flank as punctuation does since CommonMark 0.31 (§2.1)",
      explains: { $0.markdown.contains(/[^\x00-\x7F]/) && ($0.agree { $0.withoutEmphasis } || $0.hasAny(["://"])) }),
    Divergence(
      name: "numbers-of-seven-digits",
      reason: "a decimal reference has seven digits at most since CommonMark 0.29 (§6.2)",
      explains: { $0.markdown.contains(/&#[0-9]{8,};/) }),
    Divergence(
      name: "unbalanced-destination",
      reason: "a destination's parentheses are balanced (CommonMark §6.3); cmark-gfm lets some be",
      explains: { $0.markdown.contains(/(\]:\s*\S*|\]\([^)]*)\(/) }),
    Divergence(
      name: "titles-given-back",
      reason: "a title that text follows on its line is no title (CommonMark §4.7); cmark-gfm keeps it all the same",
      explains: { $0.hasAny(["]:"]) && $0.agree { $0.replacing(/\ title="[^"]*"/, with: "") } }),
    Divergence(
      name: "definitions-above-tables",
      reason: "definitions end where they end (CommonMark §4.7); cmark-gfm reads none in lines above a table",
      explains: { $0.hasAny(["]:"]) && $0.hasAny(["<table>"], in: $0.ours) }),
    Divergence(
      name: "addresses-in-links",
      reason: "a link holds no other link (CommonMark §6.3), not even an address",
      explains: { $0.document.mode != .commonMark && $0.hasAny(["@"]) && $0.hasAny(["]("]) }),
    Divergence(
      name: "www-alone",
      reason: "`www.` is no address without a domain (GFM §6.9); cmark-gfm links its first three letters",
      explains: { $0.markdown.contains(/www\.[^A-Za-z0-9]/) }),
    Divergence(
      name: "underscore-at-the-end",
      reason: "no underscore stands in a domain's last two parts (GFM §6.9); cmark-gfm does not look at the last byte",
      explains: { $0.document.mode != .commonMark && $0.markdown.contains(/(www\.|:\/\/)\S*_/) }),
    Divergence(
      name: "text-areas",
      reason: "a `textarea` holds no Markdown since CommonMark 0.30 (§4.6)",
      explains: { $0.markdown.contains(/<textarea/.ignoresCase()) }),
    Divergence(
      name: "lazy-tags",
      reason: "a tag alone on its line continues a paragraph lazily (§4.6, §5.1), as cmark has it since 0.30",
      explains: { $0.markdown.contains(/\R[ \t>]*<.*>[ \t]*(\R|$)/) }),
    Divergence(
      name: "broken-characters",
      reason: "bytes that are no UTF-8 cost themselves only; cmark-gfm takes what follows along",
      explains: { String(validating: $0.document.markdown, as: UTF8.self) == nil }),
  ]
}

/// A document and what the two made of it.
struct Disagreement: Sendable {
  let document: FuzzDocument
  let ours: String
  let theirs: String

  /// The document as text.
  var markdown: String { String(decoding: document.markdown, as: UTF8.self) }

  /// nil where the two agree.
  ///
  /// How many replacement characters stand for bytes that are no UTF-8 is left to the implementation.
  init?(_ document: FuzzDocument, ours: String, theirs: String) {
    let isValid = String(validating: document.markdown, as: UTF8.self) != nil
    let (left, right) = isValid ? (ours, theirs) : (Self.repaired(ours), Self.repaired(theirs))
    guard left != right else { return nil }
    (self.document, self.ours, self.theirs) = (document, ours, theirs)
  }

  /// The first divergence that explains it.
  var explanation: Divergence? {
    Divergence.all.first { $0.explains(self) }
  }

  private static func repaired(_ html: String) -> String {
    html.split(separator: "\u{FFFD}").joined(separator: "\u{FFFD}")
  }
}

extension Disagreement {
  fileprivate func hasAny(_ pieces: [String]) -> Bool { hasAny(pieces, in: markdown) }

  fileprivate func hasAny(_ pieces: [String], in text: String) -> Bool { pieces.contains { text.contains($0) } }

  fileprivate var hasIndentedLine: Bool {
    markdown.contains("\n ") || markdown.contains("\n\t") || hasAny(["> ", ">\t"])
  }

  /// Whether the two are the same once both are stripped of what does not matter.
  fileprivate func agree(_ stripped: (String) -> String) -> Bool { stripped(ours) == stripped(theirs) }
}

extension String {
  fileprivate var withoutSpaces: String { filter { !$0.isWhitespace } }

  fileprivate var withoutParagraphs: String {
    replacing("<p>", with: "").replacing("</p>", with: "").withoutSpaces
  }

  fileprivate var withoutEmphasis: String {
    replacing(/<\/?(em|strong|del)>/, with: "").replacing(/[*_~]/, with: "").withoutSpaces
  }

  fileprivate var withoutBoxes: String {
    replacing(/<input[^>]*>/, with: "").replacing(/\[[ xX]\]/, with: "").withoutParagraphs
  }
}
