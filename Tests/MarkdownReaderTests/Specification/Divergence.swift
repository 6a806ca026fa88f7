/// A difference between us and `cmark-gfm` 0.29.0.gfm.6 that is meant, and how it is told from a mistake.
struct Divergence: Sendable {
  let name: String
  let reason: String
  /// Whether a document that the two read differently may owe it to this.
  let explains: @Sendable (Disagreement) -> Bool

  static let all: [Divergence] = []
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
