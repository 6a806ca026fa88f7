import BookModel
import SourceText

/// Hugo (gohugo.io, Content management): pages in `content/`, ordered by `weight`; a section is opened by its
/// `_index.md`; front matter may be TOML.
extension Finder {
  mutating func hugo() -> PlainSite? {
    guard world.kind(of: "content") == .folder else { return nil }
    let names = ["hugo", "config", "config/_default/hugo", "config/_default/config"]
    let endings = ["toml", "yaml", "yml", "json"]
    guard let (value, _) = plainSettings(names.flatMap { name in endings.map { "\(name).\($0)" } }) else { return nil }
    let language = options.locale ?? book?.texts["locale"] ?? value["defaultContentLanguage"]?.string ?? "en"
    let own = value["languages"]?[language]
    var site = PlainSite(kind: .hugo, folder: "content")
    let folders = [own?["contentDir"]?.string, "content/\(language)"].compactMap { $0 }.compactMap { Paths.resolve($0) }
    if let folder = folders.first(where: { world.kind(of: $0) == .folder }) { site.folder = folder }
    site.title = own?["title"]?.scalarText ?? value["title"]?.scalarText
    site.description = own?["params"]?["description"]?.scalarText ?? value["params"]?["description"]?.scalarText
    site.language = own?["languageCode"]?.string ?? (options.locale ?? value["languageCode"]?.string ?? language)
    return site
  }
}

/// Says which shortcodes of Hugo, and which commands of mdBook, stand in the book as text: once a name.
func reportShortcodes(_ pages: [Page], findings: inout Findings) {
  var counts: [(name: String, count: Int, first: SourceRange)] = []
  for page in pages {
    page.blocks.walkInlines { inline in
      guard case .text(let text) = inline.kind else { return }
      for name in ShortcodeNames.names(in: text) {
        if let index = counts.firstIndex(where: { $0.name == name }) {
          counts[index].count += 1
        } else {
          counts.append((name, 1, inline.range))
        }
      }
    }
  }
  for (name, count, first) in counts {
    findings.note(
      .shortcodeKept, "the shortcode `\(name)` stands as text\(count == 1 ? "" : ", \(count) times")", at: first,
      notes: ["only the site's own templates know what it means"])
  }
}

private enum ShortcodeNames {
  /// The names behind `{{<`, `{{%` and `{{#`, those of closing tags left out.
  static func names(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "{")) else { return [] }
    var names: [String] = []
    for open in bytes.indices.dropLast(3) where bytes[open] == UInt8(ascii: "{") && bytes[open + 1] == bytes[open] {
      guard "<%#".utf8.contains(bytes[open + 2]) else { continue }
      let rest = bytes[(open + 3)...].drop { $0 == 0x20 }
      let name = rest.prefix { $0 > 0x20 && !"<>%}/".utf8.contains($0) }
      if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
    }
    return names
  }
}
