import BookModel
import MarkupXML

/// The accessibility metadata of a book (EPUB Accessibility 1.1 §2), worked out from what it holds.
struct Accessibility: Equatable {
  var accessModes: [String]
  /// Each a set of modes that is enough to read the book.
  var sufficientModes: [String]
  var features: [String]
  var hazards: [String]
  var summary: String

  init(_ edition: Edition) {
    let holdings = edition.holdings
    let hasImages = holdings.images + holdings.drawings + holdings.formulasAsPictures > 0
    let isDescribed = holdings.imagesWithoutAlternative == 0
    accessModes = hasImages ? ["textual", "visual"] : ["textual"]
    sufficientModes = (isDescribed ? ["textual"] : []) + (hasImages ? ["textual,visual"] : [])
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "ARIA"]
    if hasImages, isDescribed { features.append("alternativeText") }
    if holdings.longDescriptions > 0 { features.append("longDescription") }
    // Every formula in MathML has its TeX as `alttext`, which is what `describedMath` means of MathML.
    if holdings.formulas > 0 { features += ["MathML", "describedMath"] }
    if holdings.formulasAsPictures > 0 { features.append("describedMath") }
    if holdings.formulasAsTeX > 0 { features.append("latex") }
    hazards = [edition.mayMove ? "unknown" : "none"]
    summary = Accessibility.summary(of: holdings, edition.words)
  }

  private static func summary(of holdings: Holdings, _ words: InterfaceWords) -> String {
    var sentences = [words.summaryText]
    if holdings.headings > 0 { sentences.append(words.summaryHeadings) }
    if holdings.imagesWithoutAlternative > 0 {
      sentences.append(
        words.fill(words.summaryImagesUndescribed, holdings.imagesWithoutAlternative, total: holdings.images))
    } else if holdings.images + holdings.formulasAsPictures > 0 {
      sentences.append(words.summaryImagesDescribed)
    }
    if holdings.formulas > 0 { sentences.append(words.summaryMath) }
    if holdings.formulasAsTeX > 0 {
      sentences.append(
        holdings.formulas + holdings.formulasAsPictures > 0 ? words.summaryMathPartlyAsTeX : words.summaryMathAsTeX)
    }
    if holdings.drawings > 0 { sentences.append(words.summaryDiagrams) }
    if holdings.diagramsAsSource > 0 { sentences.append(words.summaryDiagramsAsSource) }
    return sentences.joined(separator: " ")
  }

  func write(to xml: XMLWriter) {
    let properties = [
      accessModes.map { ("schema:accessMode", $0) }, sufficientModes.map { ("schema:accessModeSufficient", $0) },
      features.map { ("schema:accessibilityFeature", $0) }, hazards.map { ("schema:accessibilityHazard", $0) },
      [("schema:accessibilitySummary", summary)],
    ]
    for (property, value) in properties.joined() {
      xml.element("meta", ["property": property], text: value)
      xml.newline()
    }
  }
}

extension Edition {
  /// Whether a picture may move, and so may flash: some GIF, WebP and PNG do, and SVG where it says so. Nobody has looked.
  fileprivate var mayMove: Bool {
    pictures.entries.contains { entry in
      let asset = book[entry.asset]
      switch asset.mediaType {
      case "image/gif", "image/webp", "image/png":
        return ImageTraits(bytes: asset.bytes, mediaType: asset.mediaType).isAnimated
      case "image/svg+xml": return asset.bytes.holds("<animate") || asset.bytes.holds("@keyframes")
      default: return false
      }
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      guard count >= wanted.count else { return false }
      return (0...(count - wanted.count)).contains { start in
        self[start] == wanted[0] && self[start..<start + wanted.count].elementsEqual(wanted)
      }
    }
  }
}
