import BookModel
import MarkupXML
import SourceText

/// Where a link of the rendered book leads.
enum Destination: Equatable {
  case address(String)
  /// Nowhere. The address as written is shown behind the text, unless there is none to show.
  case nowhere(written: String?)
}

extension ContentWriter {
  /// `[text](page.md#use)` → `<a href="c002-page.xhtml#use">text</a>`; a link that leads nowhere keeps its text.
  func link(_ link: Link, at range: SourceRange) {
    let destination = destination(of: link.target)
    report(link.target, destination, at: range)
    self.link(to: destination, title: link.title) {
      if link.content.isEmpty { xml.text(link.target.written ?? "…") } else { inlines(link.content) }
    }
    if case .nowhere(let written?) = destination, written != link.content.plainText, !link.content.isEmpty {
      xml.text(" (\(written))")
    }
  }

  /// The element of a link around its content; inside another link the content alone.
  func link(to destination: Destination, title: String?, content: () -> Void) {
    guard openLinks == 0 else { return content() }
    switch destination {
    case .address(let address):
      openLinks += 1
      xml.element("a", ["href": address, "title": title], content: content)
      openLinks -= 1
    case .nowhere: xml.element("span", ["class": "missing-link"], content: content)
    }
  }

  func destination(of target: Link.Target) -> Destination {
    switch target {
    case .chapter(let id, let anchor): .address(edition.addresses.address(of: id, anchor: anchor))
    case .asset(let id):
      LiveSite(edition.book.site).address(of: edition.book[id], on: chapter).map(Destination.address)
        ?? .nowhere(written: nil)
    case .external(let written), .written(let written):
      WebAddress(written).map { .address($0.text) } ?? .nowhere(written: written)
    case .missing: .nowhere(written: nil)
    }
  }

  private func report(_ target: Link.Target, _ destination: Destination, at range: SourceRange) {
    switch target {
    case .asset(let id):
      findings.note(
        .downloadLeftOut, "'\(edition.book[id].path)' is not in the book: an EPUB may only link to its own pages",
        at: range)
    case .external(let written), .written(let written):
      guard case .nowhere = destination else { return }
      findings.warning(
        .linkInvalidAddress, "'\(written)' is no valid address and is shown as text", at: range,
        help: "write an address with a scheme and a host, as in 'https://example.org/page'")
    case .chapter, .missing: break
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

/// Addresses on the site that the handbook makes.
struct LiveSite {
  private let site: Site

  init(_ site: Site) { self.site = site }

  /// Where a file can be had: its own address when it is in a static folder, else the page that links to it,
  /// because Docusaurus names other files by a hash of their content.
  func address(of asset: Asset, on chapter: Chapter) -> String? {
    guard let origin else { return nil }
    for folder in site.staticFolders {
      let root = folder.hasSuffix("/") ? folder : folder + "/"
      if asset.path.hasPrefix(root) {
        return WebAddress(origin + site.baseURL + asset.path.dropFirst(root.count))?.text
      }
    }
    return WebAddress(origin + chapter.permalink)?.text
  }

  private var origin: String? {
    guard let url = site.url, !url.isBlank else { return nil }
    return url.hasSuffix("/") ? String(url.dropLast()) : url
  }
}
