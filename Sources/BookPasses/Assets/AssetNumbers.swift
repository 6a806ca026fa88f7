import BookModel
import SourceText

/// Puts the numbers of the book's assets where a chapter has those of its requests.
struct AssetNumbers: ReferenceEditor {
  /// By request; nil for one that failed.
  let ids: [AssetID?]
  let requests: [AssetRequest]
  /// How many assets the book had before: the numbers below it stay.
  let assetCount: Int

  mutating func edited(_ target: Link.Target, at range: SourceRange) -> Link.Target {
    guard case .asset(let id) = target, id.index >= assetCount else { return target }
    let index = id.index - assetCount
    return ids[index].map { .asset($0) } ?? .missing(requests[index].written)
  }

  mutating func edited(_ image: Image, at range: SourceRange) -> Image {
    guard case .asset(let id) = image.source, id.index >= assetCount else { return image }
    let index = id.index - assetCount
    var result = image
    result.source = ids[index].map { .asset($0) } ?? .missing(requests[index].written)
    return result
  }
}
