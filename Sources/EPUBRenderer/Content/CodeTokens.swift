import BookModel
import MarkupXML

extension ContentWriter {
  /// The code in its runs, without its last line feed; one plain run where nothing is known of it.
  func tokens(of code: CodeBlock) -> [CodeToken] {
    guard let listing = Listing(code), var tokens = edition.illustrations.listings[listing],
      let last = tokens.indices.last
    else { return [CodeToken(kind: .plain, text: code.text.withoutFinalLineFeed)] }
    tokens[last].text = tokens[last].text.withoutFinalLineFeed
    return tokens
  }

  /// `return` → `<span class="tok-keyword">return</span>`; what has no style of its own → text alone.
  func token(_ token: CodeToken) {
    if let attributes = TokenStyle.attributes(of: token.kind) {
      xml.element("span", attributes, text: token.text)
    } else {
      xml.text(token.text)
    }
  }
}

/// The classes of runs of code, as `book.css` styles them.
enum TokenStyle {
  /// nil for what looks like the rest of the code.
  static func attributes(of kind: CodeToken.Kind) -> XMLAttributes? {
    switch kind {
    case .plain, .operator, .punctuation, .variable: nil
    case .comment: comment
    case .keyword: keyword
    case .string, .regex: string
    case .number, .literal: number
    case .function, .builtin: function
    case .type: type
    case .property, .attribute: property
    case .tag: tag
    case .inserted: inserted
    case .deleted: deleted
    case .heading, .strong: heading
    case .emphasis: emphasis
    case .link: link
    case .meta: meta
    }
  }

  private static let comment: XMLAttributes = ["class": "tok-comment"]
  private static let keyword: XMLAttributes = ["class": "tok-keyword"]
  private static let string: XMLAttributes = ["class": "tok-string"]
  private static let number: XMLAttributes = ["class": "tok-number"]
  private static let function: XMLAttributes = ["class": "tok-function"]
  private static let type: XMLAttributes = ["class": "tok-type"]
  private static let property: XMLAttributes = ["class": "tok-property"]
  private static let tag: XMLAttributes = ["class": "tok-tag"]
  private static let inserted: XMLAttributes = ["class": "tok-inserted"]
  private static let deleted: XMLAttributes = ["class": "tok-deleted"]
  private static let heading: XMLAttributes = ["class": "tok-strong"]
  private static let emphasis: XMLAttributes = ["class": "tok-emphasis"]
  private static let link: XMLAttributes = ["class": "tok-link"]
  private static let meta: XMLAttributes = ["class": "tok-meta"]
}

extension [CodeToken] {
  /// The runs of each line, without the line feeds; a run of several lines is divided.
  var lines: [[CodeToken]] {
    var lines: [[CodeToken]] = [[]]
    for token in self {
      let pieces = token.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append([]) }
        guard !piece.isEmpty else { continue }
        lines[lines.count - 1].append(CodeToken(kind: token.kind, text: String(decoding: piece, as: UTF8.self)))
      }
    }
    return lines
  }
}
