import CPango

/// A paragraph in the machine's own fonts, broken into lines by Pango: for scripts that the fonts we ship lack.
/// How it looks depends on the machine.
///
/// For one thread at a time.
package final class SystemParagraph {
  private let library: text_pango
  private let surface: text_surface_ref?
  private let context: text_cairo_ref?
  private let layout: text_layout_ref?
  private let description: text_font_description_ref?

  /// - Parameter language: a BCP 47 tag; it decides between Chinese, Japanese and Korean shapes of a letter.
  package init(_ text: String, language: String, isBold: Bool, lineHeight: Float) throws(TextError) {
    guard let loaded = text_load_pango() else {
      throw .libraryMissing(name: "Pango 1.44", remedy: "apt install libpangocairo-1.0-0")
    }
    library = loaded.pointee
    let alphaOnly: Int32 = 0x2000
    surface = library.cairo_recording_surface_create(alphaOnly, nil)
    context = library.cairo_create(surface)
    layout = library.pango_cairo_create_layout(context)
    description = library.pango_font_description_from_string(isBold ? "sans-serif bold" : "sans-serif")
    library.pango_context_set_language(
      library.pango_layout_get_context(layout), library.pango_language_from_string(language))
    library.pango_layout_set_text(layout, text, -1)
    library.pango_layout_set_line_spacing(layout, lineHeight)
  }

  deinit {
    library.pango_font_description_free(description)
    library.g_object_unref(UnsafeMutableRawPointer(layout))
    library.cairo_destroy(context)
    library.cairo_surface_destroy(surface)
  }

  /// Breaks the paragraph anew.
  /// - Parameter breakingWords: whether words may be broken that are longer than a line; else that is wider than asked for.
  /// - Returns: how wide and high it is, in pixels.
  package func set(size: Float, width: Float, breakingWords: Bool) -> (width: Float, height: Float) {
    // PANGO_WRAP_WORD_CHAR, PANGO_WRAP_WORD
    library.pango_layout_set_wrap(layout, breakingWords ? 2 : 0)
    library.pango_font_description_set_absolute_size(description, Double(size) * units)
    library.pango_layout_set_font_description(layout, description)
    library.pango_layout_set_width(layout, Int32(Double(width) * units))
    var across: Int32 = 0
    var down: Int32 = 0
    library.pango_layout_get_size(layout, &across, &down)
    return (Float(Double(across) / units), Float(Double(down) / units))
  }

  /// Letters that no font of the machine has; they are drawn as boxes.
  package var missingLetters: Int { Int(library.pango_layout_get_unknown_glyphs_count(layout)) }

  /// As last set: in pixels from the top left corner, y down.
  package func outline() -> Outline {
    var outline = Outline()
    library.pango_cairo_layout_path(context, layout)
    guard let path = library.cairo_copy_path_flat(context) else { return outline }
    defer { library.cairo_path_destroy(path) }
    var index = 0
    while index < Int(path.pointee.count), let items = path.pointee.items {
      let header = items[index].header
      guard header.length > 0 else { break }
      switch header.type {
      case 0: outline.steps.append(.move(point(items[index + 1])))
      case 1: outline.steps.append(.line(point(items[index + 1])))
      case 3: outline.steps.append(.close)
      default: break
      }
      index += Int(header.length)
    }
    return outline
  }

  private func point(_ item: text_path_item) -> Outline.Point {
    Outline.Point(x: Float(item.point.x), y: Float(item.point.y))
  }

  /// Pango's units in a pixel (PANGO_SCALE).
  private let units = 1024.0
}
