import BookModel
import SourceText

/// The pictures that the book carries, each with its name in the container.
///
/// Assets that nothing shows stay out: a resource in the manifest that no document uses is a fault (epubcheck
/// OPF-097), and downloads may not be linked to (EPUB 3.3 §3.2: hyperlinks lead to spine items).
struct Pictures: Sendable {
  struct Entry: Sendable {
    let asset: AssetID
    /// Relative to the package document.
    let path: String
  }

  /// In the order of first use.
  let entries: [Entry]
  private let paths: [AssetID: String]

  init(_ book: Book, _ surveys: [ChapterSurvey]) {
    var seen = Set<AssetID>()
    let shown = surveys.flatMap(\.pictures).filter { id in
      Pictures.isSupported(book[id].mediaType) && seen.insert(id).inserted
    }
    entries = shown.enumerated().map { index, id in
      let asset = book[id]
      let name = FileNames.picture(
        number: index + 1, of: shown.count, stem: Paths.stem(of: asset.path), mediaType: asset.mediaType)
      return Entry(asset: id, path: "images/" + name)
    }
    paths = Dictionary(uniqueKeysWithValues: entries.map { ($0.asset, $0.path) })
  }

  /// nil for an asset that is no picture a reading system must show.
  subscript(id: AssetID) -> String? { paths[id] }

  /// The image types among the core media types (EPUB 3.3 §3.2).
  static func isSupported(_ mediaType: String) -> Bool {
    ["image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp"].contains(mediaType)
  }
}
