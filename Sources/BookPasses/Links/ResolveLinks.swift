import BookModel
import SourceText

/// What resolving one chapter gives: the chapter, and the files it wants. Until all chapters are known, an
/// `AssetID` in it past the book's own assets is one of `requests`.
struct ResolvedChapter: Sendable {
  var chapter: Chapter
  var requests: [AssetRequest]
}

/// Resolves every link and image of one chapter.
struct ChapterResolver: ReferenceEditor {
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
    let result = chapter.edited(with: &self)
    return ResolvedChapter(chapter: result, requests: requests)
  }

  private func place(at range: SourceRange) -> LinkPlace {
    LinkPlace(
      chapter: chapter.id, permalink: chapter.permalink, path: files[range.file]?.path ?? chapter.path, range: range)
  }

  mutating func edited(_ target: Link.Target, at range: SourceRange) -> Link.Target {
    guard case .written(let written) = target else { return target }
    switch resolver.destination(of: written, from: place(at: range), findings: &findings) {
    case .page(let chapter, let anchor): return .chapter(chapter, anchor: anchor)
    case .external(let address): return .external(address)
    case .missing: return .missing(written)
    case .file(let path): return .asset(request(.file(path), as: .download, written: written, at: range))
    }
  }

  mutating func edited(_ image: Image, at range: SourceRange) -> Image {
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
