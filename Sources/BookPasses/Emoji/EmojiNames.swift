/// Emoji by the names that shortcodes have between their colons.
enum EmojiNames {
  /// The emoji of a name; nil where nobody knows it. Capitals count, as for remark-emoji.
  static func emoji(named name: Substring.UTF8View) -> String? { all[String(Substring(name))] }

  /// Read when the first shortcode is met.
  private static let all: [String: String] = emojiTable.withUTF8Buffer { table in
    var all: [String: String] = [:]
    all.reserveCapacity(2048)
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let pair = line.split(separator: UInt8(ascii: " "))
      all[String(decoding: pair[0], as: UTF8.self)] = String(decoding: pair[1], as: UTF8.self)
    }
    return all
  }
}
