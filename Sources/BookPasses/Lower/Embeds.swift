import BookModel
import SourceText

extension PageLowering {
  /// A frame, film or sound: a link to what it would have shown, with its poster where it has one.
  mutating func embedded(_ element: MarkupElement) -> [Inline] {
    let address = sources(of: element).compactMap { text(of: $0["src"]) ?? text(of: $0["data"]) }.first
    tally.count(
      Diagnostic(
        .note, .htmlEmbedded, "`<\(element.name)>` is shown as a link: a book cannot hold it", at: element.range,
        help: "give it a `title`, which becomes the text of the link"))
    let fallback = phrasing(element.children).trimmed
    guard let address, !address.isEmpty else { return fallback }
    let title = text(of: element["title"]) ?? text(of: element["aria-label"])
    let shown = title.map { [Inline(.text($0), at: element.range)] }
    let target = Self.watchable(address)
    let content = shown ?? (fallback.isEmpty ? [Inline(.text(target), at: element.range)] : fallback)
    return film(at: target, content, poster: text(of: element["poster"]), range: element.range)
  }

  /// `<LiteYouTubeEmbed id title poster>` and others of its kind: a link to the film.
  mutating func videoComponent(_ element: MarkupElement) -> [Inline]? {
    let names = ["id", "videoId", "videoID", "youtubeId", "youTubeId", "url", "src"]
    guard let id = names.compactMap({ text(of: element[$0]) }).first(where: { !$0.isEmpty }) else { return nil }
    let address = id.contains("/") ? Self.watchable(id) : "https://www.youtube.com/watch?v=\(id)"
    let title = text(of: element["title"]) ?? text(of: element["alt"])
    tally.count(
      Diagnostic(
        .note, .htmlEmbedded, "`<\(element.name)>` is shown as a link: a book cannot hold it", at: element.range,
        help: title == nil ? "give it a `title`, which becomes the text of the link" : nil))
    let poster = [element["thumbnail"], element["poster"]].compactMap { text(of: $0) }.first(where: ImageNames.isImage)
    return film(at: address, [Inline(.text(title ?? address), at: element.range)], poster: poster, range: element.range)
  }

  private func film(at address: String, _ content: [Inline], poster: String?, range: SourceRange) -> [Inline] {
    var shown = content
    if let poster, !poster.isEmpty {
      let image = Image(source: .written(poster), alternative: content.plainText)
      shown = [Inline(.image(image), at: range), Inline(.lineBreak, at: range)] + content
    }
    guard !insideLink else { return shown }
    return [Inline(.link(Link(target: .written(address), content: shown)), at: range)]
  }

  private func sources(of element: MarkupElement) -> [MarkupElement] {
    [element]
      + element.children.structural.compactMap { node -> MarkupElement? in
        if case .element(let child) = node, ["source", "embed"].contains(child.name) { child } else { nil }
      }
  }

  /// The page where a person watches the film that an address for frames is of.
  static func watchable(_ address: String) -> String {
    for host in ["youtube.com/embed/", "youtube-nocookie.com/embed/"] {
      guard let found = Array(address.utf8).firstIndex(of: Array(host.utf8)) else { continue }
      let id = String(
        decoding: address.utf8.dropFirst(found + host.utf8.count).prefix { $0 != 0x3F && $0 != 0x26 }, as: UTF8.self)
      if !id.isEmpty, id != "videoseries" { return "https://www.youtube.com/watch?v=\(id)" }
    }
    let vimeo = "player.vimeo.com/video/"
    if let found = Array(address.utf8).firstIndex(of: Array(vimeo.utf8)) {
      let id = String(
        decoding: address.utf8.dropFirst(found + vimeo.utf8.count).prefix(while: \.isDigit), as: UTF8.self)
      if !id.isEmpty { return "https://vimeo.com/\(id)" }
    }
    return address.hasPrefix("//") ? "https:" + address : address
  }
}

extension [UInt8] {
  fileprivate func firstIndex(of wanted: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: wanted) }
  }
}
