import BookModel

extension ContentWriter {
  /// `:::tip[Faster]` → `\begin{hpadmonition}{tip}{Tip}{Faster}{}`: an icon, the word for the kind, and the title.
  func admonition(_ admonition: Admonition) {
    let kind = words.admonition(admonition)
    let title = admonition.title.flatMap { title in
      title.isEmpty || title.plainText.lowercased() == kind.lowercased() ? nil : title
    }
    tex.environment(
      "hpadmonition", .word(admonition.style.word), .body { [self] in set(in: .sans) { text(kind) } },
      .body { [self] in if let title { set(in: .sans) { line(title.trimmed) } } },
      .body { [self] in anchor(admonition.id) }
    ) {
      inset(22) { blocks(admonition.blocks) }
    }
  }
}

extension Admonition.Style {
  /// The name of the style in the class.
  var word: StaticString {
    switch self {
    case .note: "note"
    case .tip: "tip"
    case .info: "info"
    case .warning: "warning"
    case .danger: "danger"
    case .caution: "caution"
    }
  }
}
