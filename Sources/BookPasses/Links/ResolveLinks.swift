import BookModel
import SourceText

/// What resolving one chapter gives: the chapter, and the files it wants. Until all chapters are known, an
/// `AssetID` in it past the book's own assets is one of `requests`.
struct ResolvedChapter: Sendable {
  var chapter: Chapter
  var requests: [AssetRequest]
}

/// Resolves every link and image of one chapter.
struct ChapterResolver: Editor {
  let resolver: LinkResolver
  let files: SourceFiles
  /// Pictures of the network that the driver fetched, by address.
  let fetched: [String: [UInt8]]
  let chapter: Chapter
  /// How many assets the book has already.
  let assetCount: Int
  var requests: [AssetRequest] = []
  var findings = Findings()

  init(
    chapter: Chapter, resolver: LinkResolver, files: SourceFiles, fetched: [String: [UInt8]], assetCount: Int
  ) {
    self.chapter = chapter
    self.assetCount = assetCount
    self.resolver = resolver
    self.files = files
    self.fetched = fetched
  }

  mutating func resolved() -> ResolvedChapter {
    var result = chapter
    result.blocks = chapter.blocks.edited(with: &self)
    for index in result.footnotes.indices {
      result.footnotes[index].blocks = chapter.footnotes[index].blocks.edited(with: &self)
    }
    return ResolvedChapter(chapter: result, requests: requests)
  }

  mutating func edit(_ block: Block) -> [Block] {
    switch block.kind {
    case .figure(var figure):
      figure.image = resolve(figure.image, at: block.range)
      figure.caption = figure.caption.edited(with: &self)
      return [Block(.figure(figure), at: block.range)]
    case .cards(let cards):
      let resolved = cards.map { card in
        var result = card
        result.target = target(card.target, at: block.range)
        return result
      }
      return [Block(.cards(resolved), at: block.range)]
    default: return [block.editingChildren(with: &self)]
    }
  }

  mutating func edit(_ inline: Inline) -> [Inline] {
    switch inline.kind {
    case .text, .softBreak, .lineBreak, .code, .math, .footnoteReference: return [inline]
    case .image(let image): return [Inline(.image(resolve(image, at: inline.range)), at: inline.range)]
    case .link(var link):
      link.target = target(link.target, at: inline.range)
      link.content = link.content.edited(with: &self)
      return [Inline(.link(link), at: inline.range)]
    case .emphasis, .strong, .strikethrough, .element, .written: return [inline.editingChildren(with: &self)]
    }
  }

  func concerns(_ block: Block.Kind) -> Bool {
    switch block {
    case .figure, .cards: true
    default: false
    }
  }

  func concerns(_ inline: Inline.Kind) -> Bool {
    switch inline {
    case .link, .image: true
    default: false
    }
  }

  private func place(at range: SourceRange) -> LinkPlace {
    LinkPlace(
      chapter: chapter.id, permalink: chapter.permalink, path: files[range.file]?.path ?? chapter.path, range: range)
  }

  private mutating func target(_ target: Link.Target, at range: SourceRange) -> Link.Target {
    guard case .written(let written) = target else { return target }
    switch resolver.destination(of: written, from: place(at: range), findings: &findings) {
    case .page(let chapter, let anchor): return .chapter(chapter, anchor: anchor)
    case .external(let address): return .external(address)
    case .missing: return .missing(written)
    case .file(let path): return .asset(request(.file(path), as: .download, written: written, at: range))
    }
  }

  private mutating func resolve(_ image: Image, at range: SourceRange) -> Image {
    guard case .written(let written) = image.source else { return image }
    var result = image
    switch resolver.imageDestination(of: written, fetched: fetched, from: place(at: range), findings: &findings) {
    case .source(let source): result.source = .asset(request(source, as: .picture, written: written, at: range))
    case .remote(let address): result.source = .remote(address)
    case .missing: result.source = .missing(written)
    }
    return result
  }

  private mutating func request(
    _ source: AssetRequest.Source, as use: AssetRequest.Use, written: String, at range: SourceRange
  ) -> AssetID {
    requests.append(AssetRequest(source: source, use: use, written: written, range: range))
    return AssetID(assetCount + requests.count - 1)
  }
}
