import BookModel
import CairoBinding
import SourceText

/// The SVG pictures of a book as PDF, for editions that cannot hold SVG. One that cannot be read is left out; the
/// edition shows its text.
package func vectorPictures(of book: Book, workers: Int, findings: inout Findings) -> [AssetID: [UInt8]] {
  let drawings = book.assets.indices.filter { book.assets[$0].mediaType == "image/svg+xml" }
  let made = parallelMap(drawings, workers: workers) { index in
    let size = book.assets[index].size ?? PixelSize(width: 600, height: 400)
    return Result { () throws(PictureError) in
      try VectorPicture(svg: book.assets[index].bytes, size: (Double(size.width), Double(size.height))).pdf()
    }
  }
  var pictures: [AssetID: [UInt8]] = [:]
  for (index, result) in zip(drawings, made) {
    switch result {
    case .success(let pdf): pictures[AssetID(index)] = pdf
    case .failure(.libraryMissing):
      findings.warning(
        .artworkLibraryMissing, "librsvg is not installed", notes: ["SVG pictures are left out of the printed edition"],
        help: PictureError.remedy)
      return [:]
    case .failure(.unreadable), .failure(.undrawable): break
    }
  }
  return pictures
}

/// A sign drawn in one colour as a PDF of its size: what the SVG draws in `currentColor` has that colour.
/// - Returns: nil where the machine has no librsvg, or it cannot read the drawing.
package func vectorIcon(_ svg: [UInt8], color: Theme.Color) -> [UInt8]? {
  let word = Array("currentColor".utf8)
  var colored: [UInt8] = []
  colored.reserveCapacity(svg.count)
  var rest = svg[...]
  while !rest.isEmpty {
    if rest.starts(with: word) {
      colored += Array(color.hex.utf8)
      rest = rest.dropFirst(word.count)
    } else {
      colored.append(rest.removeFirst())
    }
  }
  return try? VectorPicture(svg: colored, size: (24, 24)).pdf()
}
