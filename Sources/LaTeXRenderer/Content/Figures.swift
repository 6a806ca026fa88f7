import BookModel
import SourceText

extension ContentWriter {
  /// An image that stands alone → `\hpfigure{caption}{\hppicture{…}}`; a large one may go to the top of the next page.
  func figure(_ figure: Figure, at range: SourceRange) {
    guard let picture = picture(figure.image) else {
      tex.newline()
      tex.opening("para")
      standIn(for: figure.image, at: range)
      tex.closing("endpara")
      if !figure.caption.isEmpty { paragraph(figure.caption) }
      return
    }
    write(picture, caption: figure.caption)
  }

  /// A picture with its caption.
  func write(_ picture: Picture, caption: [Inline]) {
    let shown = fitted(picture)
    let floats = isTopLevel && !isBoxed && shown.height > edition.layout.textHeight * 0.25
    holdingNotes {
      tex.newline()
      tex.command(
        floats ? "hpfloat" : "hpfigure",
        .body { [self] in set(in: .sans) { line(caption.trimmed) } },
        .body { [self] in command("hppicture", picture) })
      tex.newline()
    }
  }

  /// As large as the class shows it where there is room.
  func fitted(_ picture: Picture) -> (width: Double, height: Double) {
    picture.fitted(width: measure, height: edition.layout.textHeight * 0.7)
  }

  private func command(_ name: LaTeXName, _ picture: Picture) {
    tex.command(
      name, .points(picture.width), .points(picture.height), .path(picture.path), .plain(picture.alternative))
  }

  /// `![text](plan.png)` in a line → `\hpinlinepicture{…}`. What cannot be shown is its text: a picture on the network
  /// with a link to it.
  func image(_ image: Image, at range: SourceRange) {
    guard let picture = picture(image) else { return standIn(for: image, at: range) }
    object { command("hpinlinepicture", picture) }
  }

  /// A picture as it is to be shown.
  struct Picture {
    let path: String
    /// In points.
    let width: Double
    let height: Double
    let alternative: String
    /// What the class makes it smaller to, at most, to keep it on its page.
    static let leastScale = 0.75

    func fitted(width: Double, height: Double) -> (width: Double, height: Double) {
      let scale = min(1, width / self.width, height / self.height)
      return (self.width * scale, self.height * scale)
    }
  }

  func picture(_ image: Image) -> Picture? {
    guard case .asset(let id) = image.source, let path = edition.pictures[id] else { return nil }
    let (width, height) = size(of: image, edition.book[id].size)
    return Picture(path: path, width: width, height: height, alternative: image.alternative)
  }

  /// A CSS pixel is three quarters of a PDF point (CSS Values 4 §6.2). The author's width counts, else the picture's.
  private func size(of image: Image, _ pixels: PixelSize?) -> (Double, Double) {
    let natural = pixels.map { (Double(max(1, $0.width)), Double(max(1, $0.height))) } ?? (600, 400)
    let ratio = natural.1 / natural.0
    let width: Double
    switch (image.width, image.height) {
    case (let given?, _) where given > 0: width = Double(given)
    case (_, let given?) where given > 0: width = Double(given) / ratio
    default: width = natural.0
    }
    let point = 0.75 * 72.27 / 72
    let bounded = min(max(width, 1), 10_000) * point
    return (bounded, min(bounded * ratio, 10_000))
  }

  /// The text of an image, else the word and where it was to be found.
  private func standIn(for image: Image, at range: SourceRange) {
    switch image.source {
    case .asset(let id):
      let asset = edition.book[id]
      findings.warning(
        .pictureNotPrintable, "the picture `\(asset.path)` of type \(asset.mediaType) is shown as its text", at: range,
        help: "give it as SVG, PNG, JPEG or PDF")
      label(image, written: Paths.name(of: asset.path))
    case .remote(let address):
      let destination = LinkAddress(address).map(Destination.address) ?? .nowhere
      let contents = image.alternative.isBlank ? address : image.alternative
      link(to: destination, contents: contents) { self.label(image, written: address) }
    case .missing(let written), .written(let written): label(image, written: written)
    }
  }

  private func label(_ image: Image, written: String) {
    text(image.alternative.isBlank ? "[\(words.image): \(written)]" : "[\(image.alternative)]")
  }
}
