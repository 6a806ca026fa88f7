import BookModel
import SourceText

/// A file that a chapter shows or links to.
struct AssetRequest: Sendable {
  enum Source: Hashable, Sendable {
    /// Relative to the handbook's root.
    case file(String)
    /// An address whose bytes the driver fetched.
    case fetched(String)
    /// The file itself, from a `data:` address.
    case embedded([UInt8])
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
    for request in requests where request.use == .picture { noteShown(request) }
  }

  private mutating func noteShown(_ request: AssetRequest) {
    guard case .asset(let id)? = outcomes[request.source], !assets[id.index].isShown else { return }
    assets[id.index].isShown = true
    assets[id.index].shownAt = request.range
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
