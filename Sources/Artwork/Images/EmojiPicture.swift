import CairoBinding

/// An emoji as a PDF of one page, in the machine's own Noto Color Emoji; nil where it cannot be drawn.
///
/// The page is that font's pictures as they are: 136 × 128 pixels, 109 of them to the em, 101 above the line.
package func emojiPicture(_ emoji: Character) -> [UInt8]? {
  let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" width="136" height="128">\
    <text x="0" y="101" font-family="Noto Color Emoji" font-size="109">\(escaped(emoji))</text></svg>
    """
  return try? VectorPicture(svg: Array(svg.utf8)).pdf()
}

/// As references to characters, since `#️⃣` and its like begin with what may be markup.
private func escaped(_ emoji: Character) -> String {
  emoji.unicodeScalars.map { "&#\($0.value);" }.joined()
}
