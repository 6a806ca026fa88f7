import BookModel
import SourceText

extension FrontWriter {
  /// The index of the terms of the glossary and the `tags` of the pages, where there are any.
  func index() {
    let entries = edition.indexEntries()
    guard !entries.isEmpty else { return }
    tex.environment("hpindex", text(words.index)) {
      var initial: String?
      for entry in entries {
        let letter = entry.word.prefix(1).lowercased()
        if let initial, initial != letter {
          tex.closing("hpindexgap")
          tex.newline()
        }
        initial = letter
        tex.command(
          "hpindexline", text(entry.word),
          .body { [self] in
            for place in entry.places {
              tex.command("hpindexpage", .anchor(place.anchor), .plain(edition.book[place.chapter].title))
            }
          })
        tex.newline()
      }
    }
  }
}

/// A word of the index and the places it stands for.
private struct IndexEntry {
  struct Place: Hashable {
    var anchor: AnchorName
    var chapter: ChapterID
  }
  var word: String
  /// Each once, in reading order as far as chapters go.
  var places: [Place] = []
}

extension Edition {
  /// In alphabetical order. A term stands for its entry in the glossary and the places that this leads to, a tag for the
  /// pages that have it, unless a term of that name leads into them; of two spellings of a word the term's counts.
  fileprivate func indexEntries() -> [IndexEntry] {
    var entries: [String: IndexEntry] = [:]
    func add(_ word: String, _ anchor: AnchorName, in chapter: ChapterID) {
      let place = IndexEntry.Place(anchor: anchor, chapter: chapter)
      let key = word.lowercased()
      guard entries[key]?.places.contains(place) != true else { return }
      entries[key, default: IndexEntry(word: word)].places.append(place)
    }
    for term in glossary.terms {
      add(term.name, term.anchor, in: term.chapter)
      for case .chapter(let id, let place) in term.explained { add(term.name, anchor(of: id, place), in: id) }
    }
    let chapters = placedChapters().map(\.chapter)
    for id in chapters {
      for tag in book[id].tags where entries[tag.lowercased()]?.places.contains(where: { $0.chapter == id }) != true {
        add(tag, anchor(of: id), in: id)
      }
    }
    let order = Dictionary(uniqueKeysWithValues: zip(chapters, chapters.indices))
    return entries.keys.sorted().compactMap { key in
      entries[key].map { entry in
        IndexEntry(word: entry.word, places: entry.places.sorted { order[$0.chapter] ?? 0 < order[$1.chapter] ?? 0 })
      }
    }
  }
}

extension Chapter {
  /// The names in `tags` of the front matter, each a text or an object with a `label`.
  fileprivate var tags: [String] {
    let names = frontMatter["tags"]?.array?.compactMap { $0.scalarText ?? $0["label"]?.scalarText } ?? []
    return names.filter { !$0.isBlank }
  }
}
