import CCairo

/// An SVG document as librsvg reads it, to be drawn by cairo.
///
/// Nothing outside the document is ever loaded: librsvg follows references only from a document that has an address,
/// and this one has none, so that `data:` URLs alone are followed. For one thread at a time; several may be drawn at
/// once.
package final class VectorPicture {
  private let library: picture_functions
  private let svg: picture_svg_ref
  /// In CSS pixels.
  package let width: Double
  package let height: Double

  /// - Parameters:
  ///   - size: in CSS pixels, for a document that has none of its own.
  /// - Throws: `PictureError`
  package init(svg bytes: [UInt8], size: (width: Double, height: Double)? = nil) throws(PictureError) {
    guard let loaded = picture_load() else { throw .libraryMissing }
    library = loaded.pointee
    var error: UnsafeMutablePointer<picture_error>?
    guard let svg = library.rsvg_handle_new_from_data(bytes, bytes.count, &error) else {
      throw VectorPicture.failure(error, library)
    }
    self.svg = svg
    library.rsvg_handle_set_dpi(svg, 96)
    var (width, height) = (0.0, 0.0)
    if library.rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height) == 0 {
      (width, height) = size ?? (0, 0)
    }
    (self.width, self.height) = (width, height)
    guard width > 0, height > 0, width < 20_000, height < 20_000 else {
      throw .unreadable("it has no size that can be drawn")
    }
  }

  deinit { library.g_object_unref(UnsafeMutableRawPointer(svg)) }

  /// A PDF of one page of the picture's size (1 CSS pixel is 0.75 pt), with text as text; the same bytes every time on
  /// a machine with the same fonts.
  package func pdf() throws(PictureError) -> [UInt8] {
    let sink = Sink()
    let surface = library.cairo_pdf_surface_create_for_stream(
      Sink.take, Unmanaged.passUnretained(sink).toOpaque(), width * 0.75, height * 0.75)
    defer { library.cairo_surface_destroy(surface) }
    let version15: Int32 = 1
    library.cairo_pdf_surface_restrict_to_version(surface, version15)
    let createDate: Int32 = 5
    library.cairo_pdf_surface_set_metadata(surface, createDate, "2000-01-01T00:00:00Z")
    try draw(on: surface, scale: 0.75, isOnWhite: false)
    library.cairo_surface_finish(surface)
    guard library.cairo_surface_status(surface) == 0 else { throw .undrawable }
    return archivable(sink.bytes)
  }

  /// A PNG on white.
  /// - Parameter scale: pixels for a CSS pixel.
  package func png(scale: Double) throws(PictureError) -> [UInt8] {
    try onWhite(scale: scale) { surface, _, _ throws(PictureError) in
      let sink = Sink()
      let status = library.cairo_surface_write_to_png_stream(
        surface, Sink.take, Unmanaged.passUnretained(sink).toOpaque())
      guard status == 0 else { throw .undrawable }
      return sink.bytes
    }
  }

  /// The picture on white, pixel by pixel.
  /// - Parameter scale: pixels for a CSS pixel.
  package func pixels(scale: Double) throws(PictureError) -> PixelMap {
    try onWhite(scale: scale) { surface, width, height throws(PictureError) in
      library.cairo_surface_flush(surface)
      guard let data = library.cairo_image_surface_get_data(surface) else { throw .undrawable }
      let stride = Int(library.cairo_image_surface_get_stride(surface))
      var map = PixelMap(width: width, height: height, pixels: [])
      map.pixels.reserveCapacity(width * height)
      for row in 0..<height {
        let line = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
        map.pixels.append(contentsOf: UnsafeBufferPointer(start: line, count: width))
      }
      return map
    }
  }

  private func onWhite<Result>(
    scale: Double, _ body: (picture_surface_ref?, Int, Int) throws(PictureError) -> Result
  ) throws(PictureError) -> Result {
    let (across, down) = ((width * scale).rounded(.up), (height * scale).rounded(.up))
    guard across * down <= 100_000_000 else { throw .undrawable }
    let rgb24: Int32 = 1
    let surface = library.cairo_image_surface_create(rgb24, Int32(across), Int32(down))
    defer { library.cairo_surface_destroy(surface) }
    try draw(on: surface, scale: scale, isOnWhite: true)
    return try body(surface, Int(across), Int(down))
  }

  private func draw(on surface: picture_surface_ref?, scale: Double, isOnWhite: Bool) throws(PictureError) {
    let cairo = library.cairo_create(surface)
    defer { library.cairo_destroy(cairo) }
    if isOnWhite {
      library.cairo_set_source_rgb(cairo, 1, 1, 1)
      library.cairo_paint(cairo)
    }
    library.cairo_scale(cairo, scale, scale)
    var viewport = picture_rectangle(x: 0, y: 0, width: width, height: height)
    var error: UnsafeMutablePointer<picture_error>?
    guard library.rsvg_handle_render_document(svg, cairo, &viewport, &error) != 0 else {
      throw VectorPicture.failure(error, library)
    }
  }

  private static func failure(
    _ error: UnsafeMutablePointer<picture_error>?, _ library: picture_functions
  ) -> PictureError {
    guard let error else { return .undrawable }
    defer { library.g_error_free(error) }
    return .unreadable(error.pointee.message.map { String(cString: $0) } ?? "no reason is given")
  }

  /// Where cairo writes to.
  private final class Sink {
    var bytes: [UInt8] = []

    static let take: picture_write = { sink, data, count in
      guard let sink, let data else { return 1 }
      Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return 0
    }
  }
}

/// A picture of opaque pixels, row by row: blue in the lowest byte, then green and red.
package struct PixelMap: Equatable, Sendable {
  package var width: Int
  package var height: Int
  package var pixels: [UInt32]
}

/// Why there is no picture.
package enum PictureError: Error, Equatable, Sendable {
  /// The machine has no librsvg.
  case libraryMissing
  /// librsvg's reason.
  case unreadable(String)
  case undrawable

  /// What can be done about a missing library.
  package static let remedy = "install librsvg: apt-get install librsvg2-2"
}
