import BookModel

/// The addresses of pictures on the network that a book shows, each once and in an order that never changes: what a driver fetches
/// before it resolves, when it is told to.
package func remoteImages(in book: Book) -> [String] {
  var addresses: [String] = []
  var seen = Set<String>()
  func add(_ image: Image) {
    guard case .written(let written) = image.source, written.hasPrefix("http://") || written.hasPrefix("https://"),
      seen.insert(written).inserted
    else { return }
    addresses.append(written)
  }
  for chapter in book.chapters {
    for blocks in [chapter.blocks] + chapter.footnotes.map(\.blocks) {
      blocks.walk { if case .figure(let figure) = $0.kind { add(figure.image) } }
      blocks.walkInlines { if case .image(let image) = $0.kind { add(image) } }
    }
  }
  return addresses
}
