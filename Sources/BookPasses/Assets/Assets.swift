import BookModel
import SourceText

/// A file that a chapter shows or links to.
struct AssetRequest: Sendable {
  enum Source: Hashable, Sendable {
    /// Relative to the handbook's root.
    case file(String)
    /// An address whose bytes the driver fetched.
    case fetched(String)
  }
  enum Use: Sendable { case picture, download }
  var source: Source
  var use: Use
  /// The address as its author wrote it.
  var written: String
  var range: SourceRange
}

/// Reads the files that chapters want, each once, and puts them into the book, equal ones as one.
struct AssetShelf {
  private(set) var assets: [Asset]
  private var outcomes: [AssetRequest.Source: Outcome] = [:]
  private var byContent: [[UInt8]: AssetID] = [:]

  private enum Outcome {
    case asset(AssetID)
    case failed(AssetFailure)
  }

  init(assets: [Asset]) {
    self.assets = assets
    for (index, asset) in assets.enumerated() where byContent[asset.bytes] == nil {
      byContent[asset.bytes] = AssetID(index)
    }
  }

  /// Reads what is wanted, in the order of first use.
  mutating func read(_ requests: [AssetRequest], world: any World, fetched: [String: [UInt8]], workers: Int) {
    var seen = Set<AssetRequest.Source>()
    let distinct = requests.filter { seen.insert($0.source).inserted }
    let results = parallelMap(distinct, workers: workers) {
      AssetReading(world: world, fetched: fetched).asset(for: $0)
    }
    for (request, result) in zip(distinct, results) {
      switch result {
      case .success(let asset): outcomes[request.source] = .asset(place(asset))
      case .failure(let failure): outcomes[request.source] = .failed(failure)
      }
    }
  }

  private mutating func place(_ asset: Asset) -> AssetID {
    if let known = byContent[asset.bytes] { return known }
    let id = AssetID(assets.count)
    assets.append(asset)
    byContent[asset.bytes] = id
    return id
  }

  /// The asset of a request; nil, with a finding, when its file cannot be in a book.
  func asset(for request: AssetRequest, findings: inout Findings) -> AssetID? {
    switch outcomes[request.source] {
    case .asset(let id)?: return id
    case .failed(let failure)?:
      failure.report(request, to: &findings)
      return nil
    case nil: preconditionFailure("an asset was asked for that no chapter requested")
    }
  }
}

/// Why a file cannot be in a book.
enum AssetFailure: Error, Equatable {
  case unreadable(WorldError)
  /// No picture we know, or one of a format that an EPUB may not hold.
  case format(String?)
  /// A drawing that would run or fetch something.
  case unsafe(String)

  func report(_ request: AssetRequest, to findings: inout Findings) {
    switch self {
    case .unreadable(.outside(let path)):
      findings.warning(
        .pathOutside, "`\(path)` lies outside the handbook", at: request.range, help: "copy it into the handbook")
    case .unreadable(.missing(let path)):
      findings.warning(.imageMissing, "there is no file `\(path)`", at: request.range)
    case .unreadable(.unreadable(let path, let reason)):
      findings.warning(.imageMissing, "`\(path)` cannot be read: \(reason)", at: request.range)
    case .format(let type):
      findings.warning(
        .imageFormat,
        "`\(request.written)` is \(type.map { "of type \($0), which a book cannot show" } ?? "no picture")",
        at: request.range, notes: ["its alternative text is kept"], help: "save it as PNG, JPEG, GIF, WebP or SVG")
    case .unsafe(let what):
      findings.warning(
        .imageUnsafe, "the drawing `\(request.written)` holds \(what) and is left out", at: request.range,
        notes: ["its alternative text is kept"],
        help: "save it as plain SVG, without scripts and without files of its own")
    }
  }
}

/// Reads one file and looks at what it is.
private struct AssetReading: Sendable {
  let world: any World
  let fetched: [String: [UInt8]]

  func asset(for request: AssetRequest) -> Result<Asset, AssetFailure> {
    do {
      let (path, bytes) = try contents(of: request.source)
      return try .success(checked(path, bytes, as: request.use))
    } catch {
      return .failure(error)
    }
  }

  private func contents(of source: AssetRequest.Source) throws(AssetFailure) -> (String, [UInt8]) {
    switch source {
    case .file(let path):
      do {
        return (path, try world.read(path))
      } catch {
        throw .unreadable(error)
      }
    case .fetched(let address):
      let path = LocalAddress(address).path.split(separator: "/").dropFirst().joined(separator: "/")
      return ("remote/" + path, fetched[address] ?? [])
    }
  }

  private func checked(_ path: String, _ bytes: [UInt8], as use: AssetRequest.Use) throws(AssetFailure) -> Asset {
    let header = ImageHeader(bytes: bytes)
    let isPicture = header.map { FileKinds.coreImages.contains($0.mediaType) } ?? false
    if use == .picture, !isPicture { throw .format(header?.mediaType) }
    if header?.mediaType == "image/svg+xml", let danger = SVGDangers.first(in: bytes) { throw .unsafe(danger) }
    let type = header?.mediaType ?? FileKinds.mediaType(ofExtension: Paths.fileExtension(of: path))
    return Asset(path: path, mediaType: type ?? "application/octet-stream", bytes: bytes, size: header?.size)
  }
}

/// Puts the numbers of the book's assets where a chapter has those of its requests.
struct AssetNumbers: Editor {
  /// By request; nil for one that failed.
  let ids: [AssetID?]
  let requests: [AssetRequest]
  /// How many assets the book had before: the numbers below it stay.
  let assetCount: Int

  mutating func edit(_ block: Block) -> [Block] {
    switch block.kind {
    case .figure(var figure):
      figure.image = renumbered(figure.image)
      figure.caption = figure.caption.edited(with: &self)
      return [Block(.figure(figure), at: block.range)]
    case .cards(let cards):
      let renumbered = cards.map { card in
        var result = card
        result.target = self.renumbered(card.target)
        return result
      }
      return [Block(.cards(renumbered), at: block.range)]
    default: return [block.editingChildren(with: &self)]
    }
  }

  mutating func edit(_ inline: Inline) -> [Inline] {
    switch inline.kind {
    case .image(let image): return [Inline(.image(renumbered(image)), at: inline.range)]
    case .link(var link):
      link.target = renumbered(link.target)
      link.content = link.content.edited(with: &self)
      return [Inline(.link(link), at: inline.range)]
    default: return [inline.editingChildren(with: &self)]
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

  private func renumbered(_ target: Link.Target) -> Link.Target {
    guard case .asset(let id) = target, id.index >= assetCount else { return target }
    let index = id.index - assetCount
    return ids[index].map { .asset($0) } ?? .missing(requests[index].written)
  }

  private func renumbered(_ image: Image) -> Image {
    guard case .asset(let id) = image.source, id.index >= assetCount else { return image }
    let index = id.index - assetCount
    var result = image
    result.source = ids[index].map { .asset($0) } ?? .missing(requests[index].written)
    return result
  }
}
