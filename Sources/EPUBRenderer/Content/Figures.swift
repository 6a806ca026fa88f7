import BookModel
import MarkupXML
import SourceText

extension ContentWriter {
  /// An image that stands alone → `<figure><img src="images/i001-plan.png" alt="…"/><figcaption>…</figcaption></figure>`
  func figure(_ figure: Figure) {
    xml.element("figure") {
      image(figure.image)
      if !figure.caption.isEmpty {
        xml.newline()
        xml.element("figcaption") { inlines(figure.caption) }
      }
    }
  }

  /// `![text](plan.png)` → `<img src="images/i001-plan.png" alt="text"/>`. A picture that is not in the book shows its
  /// text: one on the network with a link to it, because a book may not load it (EPUB 3.3 §3.6). The assets pass has
  /// reported it.
  func image(_ image: Image) {
    switch image.source {
    case .asset(let id):
      guard let path = edition.pictures[id] else {
        return missing(image, written: Paths.name(of: edition.book[id].path))
      }
      let percent = image.widthPercent.map { "width: \(Value.number($0).scalarText ?? "100")%" }
      let ownWidth = image.width == nil && image.height == nil ? edition.book[id].widthInEms : nil
      xml.empty(
        "img",
        [
          "src": path, "alt": image.alternative, "role": image.isDecorative ? "presentation" : nil,
          "title": image.title, "width": image.width.map(String.init), "height": image.height.map(String.init),
          "style": percent ?? ownWidth.map { "width: \($0)em" },
        ])
    case .remote(let address):
      let destination = WebAddress(address).map { Destination.address($0.text) } ?? .nowhere(written: nil)
      link(to: destination, title: image.title) { standIn(for: image, written: address) }
    case .missing(let written), .written(let written): missing(image, written: written)
    }
  }

  private func missing(_ image: Image, written: String) {
    xml.element("span", ["class": "missing-image"]) { standIn(for: image, written: written) }
  }

  /// The text of an image, else the word and where it was to be found.
  private func standIn(for image: Image, written: String) {
    xml.text(image.alternative.isBlank ? "\(words.image): \(written)" : image.alternative)
  }
}

extension Asset {
  /// Of a picture with more pixels than it is to be shown with; nil for all others.
  fileprivate var widthInEms: String? {
    guard density != 1, let size else { return nil }
    return (Double(size.width) / ContentWriter.pixelsOfAnEm).inEms
  }
}
