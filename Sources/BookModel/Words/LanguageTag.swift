/// A BCP 47 tag (RFC 5646) taken apart, as far as a book asks: which language, in which script.
package struct LanguageTag: Equatable, Sendable {
  /// In lower case; an outdated language is written as today (`iw` is `he`), and Chinese of a region that writes
  /// traditional letters has its script (`zh-tw` is `zh-hant-tw`).
  package let subtags: [String]

  /// `-` and `_` both divide.
  package init(_ tag: String) {
    var subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
    if let language = subtags.first { subtags[0] = LanguageTag.renamed[language] ?? language }
    if subtags.first == "zh", subtags.count > 1, ["tw", "hk", "mo"].contains(subtags[1]) {
      subtags.insert("hant", at: 1)
    }
    self.subtags = subtags
  }

  private static let renamed = ["iw": "he", "in": "id", "ji": "yi", "cmn": "zh", "yue": "zh", "pes": "fa", "arb": "ar"]

  /// Empty for an empty tag.
  package var language: String { subtags.first ?? "" }

  /// As the tag says it, else nil: `hant`.
  package var script: String? { subtags.dropFirst().first { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 > 0x60 } } }

  /// Whether the language is written from right to left: by its script where the tag names one, else by its usual one.
  package var isRightToLeft: Bool {
    if let script { return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"].contains(script) }
    return ["ar", "fa", "he", "ur", "yi", "ps", "dv", "sd", "ug", "ckb", "syr", "nqo"].contains(language)
  }
}
