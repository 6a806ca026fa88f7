import Testing

/// A difference between us and `cmark-gfm` 0.29.0.gfm.6 that is meant, and how it is told from a mistake.
struct Divergence: Sendable, CustomTestStringConvertible {
  let name: String
  let reason: String
  /// A small document that shows it.
  let example: FuzzDocument
  /// Whether the document holds what the two read differently.
  let isTriggered: @Sendable (Disagreement) -> Bool
  /// HTML without what the difference touches, so that everything else can be compared; nil where it may touch all.
  let level: (@Sendable (String) -> String)?

  var isLevelling: Bool { level != nil }

  func levelled(_ html: String) -> String { level?(html) ?? html }

  /// Whether nothing but this makes the difference.
  func explains(_ disagreement: Disagreement) -> Bool {
    isLevelling && levelled(disagreement.ours) == levelled(disagreement.theirs)
  }

  var testDescription: String { name }

  static let all = ofVersions + ofInlines + ofExtensions + ofAddresses + ofBlocks
}
