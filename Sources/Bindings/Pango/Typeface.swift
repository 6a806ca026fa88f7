import CPango

/// A font that we ship, set by HarfBuzz alone: no font of the machine and no setting of it has a say.
///
/// For one thread at a time.
package final class Typeface {
  private let library: text_harfbuzz
  private let font: text_hb_font_ref
  private let pen: text_hb_draw_ref
  private let unitsPerEm: Float

  /// - Parameter bytes: of an OpenType file, alive and unchanged as long as the program.
  package init(bytes: UnsafeBufferPointer<UInt8>) throws(TextError) {
    guard let loaded = text_load_harfbuzz() else {
      throw .libraryMissing(name: "HarfBuzz 4", remedy: "apt install libharfbuzz0b")
    }
    let library = loaded.pointee
    self.library = library
    let readOnly: Int32 = 1
    let characters = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let blob = library.blob_create(characters, UInt32(bytes.count), readOnly, nil, nil)
    defer { library.blob_destroy(blob) }
    guard let face = library.face_create(blob, 0) else { throw .badFont }
    defer { library.face_destroy(face) }
    guard let font = library.font_create(face), let pen = library.draw_funcs_create() else { throw .badFont }
    self.font = font
    self.pen = pen
    unitsPerEm = Float(library.face_get_upem(face))
    preparePen()
  }

  deinit {
    library.draw_funcs_destroy(pen)
    library.font_destroy(font)
  }

  /// Whether the font has a glyph for every letter; if not, the text is set with the machine's fonts.
  package func hasLetters(of text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      var glyph: UInt32 = 0
      return library.font_get_nominal_glyph(font, scalar.value, &glyph) != 0
    }
  }

  /// In ems, kerning counted.
  package func width(of text: String) -> Float {
    shape(text) { glyphs, positions in
      positions.reduce(0) { $0 + Float($1.x_advance) } / unitsPerEm
    }
  }

  /// One line, from (0, 0) on the baseline to the right; in ems, y up.
  package func outline(of text: String) -> Outline {
    let drawing = Drawing(scale: 1 / unitsPerEm)
    shape(text) { glyphs, positions in
      var x: Float = 0
      for (glyph, position) in zip(glyphs, positions) {
        drawing.origin = Outline.Point(x: x + Float(position.x_offset), y: Float(position.y_offset))
        library.font_get_glyph_shape(font, glyph.codepoint, pen, Unmanaged.passUnretained(drawing).toOpaque())
        x += Float(position.x_advance)
      }
    }
    return drawing.outline
  }

  private func shape<Result>(
    _ text: String,
    _ body: (UnsafeBufferPointer<text_hb_info>, UnsafeBufferPointer<text_hb_position>) -> Result
  ) -> Result {
    let buffer = library.buffer_create()
    defer { library.buffer_destroy(buffer) }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        library.buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count))
      }
    }
    // Without this HarfBuzz would take the language of the process's locale.
    library.buffer_set_language(buffer, library.language_from_string("en", -1))
    library.buffer_guess_segment_properties(buffer)
    library.shape(font, buffer, nil, 0)
    var count: UInt32 = 0
    let glyphs = UnsafeBufferPointer(start: library.buffer_get_glyph_infos(buffer, &count), count: Int(count))
    let positions = UnsafeBufferPointer(start: library.buffer_get_glyph_positions(buffer, &count), count: Int(count))
    return body(glyphs, positions)
  }

  private func preparePen() {
    library.draw_funcs_set_move_to_func(pen, { _, data, _, x, y, _ in drawing(data)?.move(x, y) }, nil, nil)
    library.draw_funcs_set_line_to_func(pen, { _, data, _, x, y, _ in drawing(data)?.line(x, y) }, nil, nil)
    library.draw_funcs_set_quadratic_to_func(
      pen, { _, data, _, x1, y1, x, y, _ in drawing(data)?.quadratic(x1, y1, x, y) }, nil, nil)
    library.draw_funcs_set_cubic_to_func(
      pen, { _, data, _, x1, y1, x2, y2, x, y, _ in drawing(data)?.cubic(x1, y1, x2, y2, x, y) }, nil, nil)
    library.draw_funcs_set_close_path_func(pen, { _, data, _, _ in drawing(data)?.close() }, nil, nil)
  }
}

/// What HarfBuzz draws a glyph on.
private final class Drawing {
  var outline = Outline()
  /// Of the glyph, in units of the font.
  var origin = Outline.Point(x: 0, y: 0)
  private let scale: Float

  init(scale: Float) { self.scale = scale }

  func move(_ x: Float, _ y: Float) { outline.steps.append(.move(point(x, y))) }
  func line(_ x: Float, _ y: Float) { outline.steps.append(.line(point(x, y))) }
  func quadratic(_ x1: Float, _ y1: Float, _ x: Float, _ y: Float) {
    outline.steps.append(.quadratic(point(x1, y1), point(x, y)))
  }
  func cubic(_ x1: Float, _ y1: Float, _ x2: Float, _ y2: Float, _ x: Float, _ y: Float) {
    outline.steps.append(.cubic(point(x1, y1), point(x2, y2), point(x, y)))
  }
  func close() { outline.steps.append(.close) }

  private func point(_ x: Float, _ y: Float) -> Outline.Point {
    Outline.Point(x: (origin.x + x) * scale, y: (origin.y + y) * scale)
  }
}

private func drawing(_ data: UnsafeMutableRawPointer?) -> Drawing? {
  data.map { Unmanaged<Drawing>.fromOpaque($0).takeUnretainedValue() }
}
