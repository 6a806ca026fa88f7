/// The picture of an emoji, for engines that cannot set letters of a font that holds pictures.
struct EmojiPicture {
  let emoji: Character
  /// A file of the edition: `images/emoji-1f469-200d-1f4bb.pdf`.
  let file: LaTeXFile
}

extension Edition {
  /// Those of the book, in the order of their code points; none where the engine has no need of them.
  func emojiPictures(_ needs: FontNeeds) -> [EmojiPicture] {
    guard let draw = options.emojiPicture else { return [] }
    return needs.emoji.compactMap { emoji in
      draw(emoji).map { EmojiPicture(emoji: emoji, file: LaTeXFile(path: Edition.path(of: emoji), bytes: $0)) }
    }.sorted { $0.file.path < $1.file.path }
  }

  private static func path(of emoji: Character) -> String {
    "images/emoji-" + emoji.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-") + ".pdf"
  }
}
