import BookModel

extension Site {
  /// The same path in the other of a docs plugin's two folders: a translation stands in its own, and what it has
  /// not, pages and pictures alike, is in the default locale's.
  func twins(of path: String) -> [String] {
    docs.flatMap { instance -> [String] in
      guard let localized = instance.localizedFolder else { return [] }
      return [(instance.folder, localized), (localized, instance.folder)].compactMap { from, to in
        path.hasPrefix(from + "/") ? to + path.dropFirst(from.count) : nil
      }
    }
  }
}
