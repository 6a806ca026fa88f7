/// A word that an author wants in place of ours: `words: {tip: Hint}` of `book.yml`, or a translation of the site's.
package struct WordChoice: Equatable, Sendable {
  /// One of `WordChoice.keys`.
  package var key: String
  package var text: String

  package init(key: String, text: String) {
    self.key = key
    self.text = text
  }

  /// The names by which words can be chosen: those of the properties of `InterfaceWords`, in their order.
  package static let keys = paths.map(\.key)

  fileprivate static let paths: [(key: String, path: WritableKeyPath<InterfaceWords, String> & Sendable)] = [
    ("contents", \.contents), ("cover", \.cover), ("coverAlternative", \.coverAlternative),
    ("startOfText", \.startOfText), ("landmarks", \.landmarks), ("colophon", \.colophon), ("note", \.note),
    ("tip", \.tip), ("info", \.info), ("warning", \.warning), ("danger", \.danger), ("caution", \.caution),
    ("important", \.important), ("success", \.success), ("footnotes", \.footnotes), ("footnote", \.footnote),
    ("backToReference", \.backToReference), ("backToOnlyReference", \.backToOnlyReference), ("part", \.part),
    ("chapter", \.chapter), ("appendix", \.appendix), ("page", \.page), ("figure", \.figure), ("table", \.table),
    ("code", \.code), ("diagram", \.diagram), ("diagramDescription", \.diagramDescription), ("image", \.image),
    ("done", \.done), ("open", \.open),
    ("editors", \.editors), ("illustrators", \.illustrators), ("translators", \.translators),
    ("contributors", \.contributors), ("title", \.title), ("version", \.version), ("commit", \.commit),
    ("date", \.date), ("publisher", \.publisher), ("identifier", \.identifier), ("website", \.website),
    ("fonts", \.fonts), ("index", \.index),
    ("madeWith", \.madeWith),
  ]
}

extension InterfaceWords {
  /// The words with an author's choices among them; a key that is none of ours changes nothing.
  package func choosing(_ choices: [WordChoice]) -> InterfaceWords {
    var words = self
    for choice in choices {
      if let path = WordChoice.paths.first(where: { $0.key == choice.key })?.path { words[keyPath: path] = choice.text }
    }
    return words
  }
}
