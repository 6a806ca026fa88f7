import BookModel
import SourceText

extension FrontWriter {
  /// The index of the `tags` of the pages, where there are any: each with the pages its chapters begin on.
  func index() {
    let entries = edition.tags()
    guard !entries.isEmpty else { return }
    tex.environment("hpindex", text(words.index)) {
      for entry in entries {
        tex.command(
          "hpindexline", text(entry.tag),
          .body { [self] in
            for (position, id) in entry.chapters.enumerated() {
              if position > 0 { content.text(", ") }
              tex.command("hpindexpage", .anchor(edition.anchor(of: id)), .plain(edition.book[id].title))
            }
          })
        tex.newline()
      }
    }
  }
}

extension Edition {
  /// The tags of the book in alphabetical order, each with its chapters in reading order.
  fileprivate func tags() -> [(tag: String, chapters: [ChapterID])] {
    var chapters: [String: [ChapterID]] = [:]
    var spelling: [String: String] = [:]
    for place in placedChapters() {
      let tags = book[place.chapter].frontMatter["tags"]
      let names = tags?.array?.compactMap { $0.scalarText ?? $0["label"]?.scalarText } ?? []
      for name in names where !name.isBlank {
        let key = name.lowercased()
        if spelling[key] == nil { spelling[key] = name }
        if chapters[key]?.last != place.chapter { chapters[key, default: []].append(place.chapter) }
      }
    }
    return spelling.keys.sorted().map { (spelling[$0] ?? $0, chapters[$0] ?? []) }
  }
}
