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

  private static func repaired(_ html: String) -> String {
    html.split(separator: "\u{FFFD}").joined(separator: "\u{FFFD}")
  }

  /// The name of the divergence it is owed to; `several` when only some together make the difference; nil when it
  /// is a mistake of somebody's.
  var explanation: String? {
    let triggered = Divergence.all.filter { $0.isTriggered(self) }
    if let one = triggered.first(where: { $0.explains(self) }) { return one.name }
    let levelling = triggered.filter(\.isLevelling)
    let (left, right) = levelling.reduce((ours, theirs)) { ($1.levelled($0.0), $1.levelled($0.1)) }
    if left == right { return "several" }
    return triggered.first { !$0.isLevelling }?.name
  }
}
