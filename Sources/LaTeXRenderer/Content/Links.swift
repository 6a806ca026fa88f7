import BookModel
import SourceText

/// Where a link of the printed book leads.
enum Destination: Equatable {
  case anchor(AnchorName)
  case address(LinkAddress)
  /// Nowhere; the text is all there is.
  case nowhere
}

extension ContentWriter {
  /// `[text](page.md#use)` → `\hpref{c002.use}{text}{text}`, in print with its page, `\hponpage{c002.use}`;
  /// `[text](https://…)` → `\hpurl{https://…}{text}`, in print with the address in a footnote unless the text is it.
  func link(_ link: Link, at range: SourceRange) {
    let destination = destination(of: link.target)
    let contents = link.content.plainText
    self.link(to: destination, contents: contents.isBlank ? link.target.written ?? "…" : contents) { [self] in
      if link.content.isEmpty { text(link.target.written ?? "…") } else { inlines(link.content) }
    }
    if case .external(let written) = link.target, destination == .nowhere, written != contents {
      text(" (\(written))")
    }
  }

  /// A link around its content; inside another link the content alone.
  func link(to destination: Destination, contents: String, content: @escaping () -> Void) {
    guard openLinks == 0 else { return content() }
    openLinks += 1
    defer { openLinks -= 1 }
    switch destination {
    case .anchor(let name):
      recordWhole { tex.command("hpref", .anchor(name), .plain(contents), .body(content)) }
      if edition.isPrint, edition.wanted.contains(name) {
        object(direction == .rightToLeft ? "\u{05D0}" : "a") { tex.command("hponpage", .anchor(name)) }
      }
    case .address(let address):
      recordWhole { tex.command("hpurl", .address(address), .body(content)) }
      if edition.isPrint, !address.isSpelled(by: contents) { addressNote(address) }
    case .nowhere: content()
    }
  }

  func destination(of target: Link.Target) -> Destination {
    switch target {
    case .chapter(let id, let anchor): .anchor(edition.anchor(of: id, anchor))
    case .asset(let id): liveAddress(of: edition.book[id]).map(Destination.address) ?? .nowhere
    case .external(let written), .written(let written): LinkAddress(written).map(Destination.address) ?? .nowhere
    case .missing: .nowhere
    }
  }

  /// Where a download can be had on the live site: its own address when it lies in a static folder, else the page
  /// that links to it, because Docusaurus names other files by a hash of their content.
  private func liveAddress(of asset: Asset) -> LinkAddress? {
    let site = edition.book.site
    guard let url = site.url, !url.isBlank else { return nil }
    let origin = url.hasSuffix("/") ? String(url.dropLast()) : url
    for folder in site.staticFolders where asset.path.hasPrefix(folder + "/") {
      return LinkAddress(origin + site.baseURL + asset.path.dropFirst(folder.utf8.count + 1))
    }
    return LinkAddress(origin + chapter.permalink)
  }
}

extension LinkAddress {
  /// Whether a text says the address already, with or without its scheme.
  fileprivate func isSpelled(by text: String) -> Bool {
    let bare = text.hasSuffix("/") ? String(text.dropLast()) : text
    return [bare, "https://" + bare, "http://" + bare, "mailto:" + bare].contains {
      $0 == self.text || $0 + "/" == self.text
    }
  }
}

extension Link.Target {
  fileprivate var written: String? {
    switch self {
    case .written(let text), .external(let text), .missing(let text): text
    case .chapter, .asset: nil
    }
  }
}
