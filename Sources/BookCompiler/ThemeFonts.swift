import BookModel
import EPUBRenderer
import LaTeXRenderer
import SourceText

extension LaTeXFonts {
  /// Puts the fonts of a theme in the places of the design's own. Packed ones (WOFF) are for the EPUB alone, since TeX does
  /// not read them.
  mutating func adopt(_ fonts: [CarriedFont]) {
    if let text = LaTeXFonts.family(.text, of: fonts) { body = text }
    if let code = LaTeXFonts.family(.code, of: fonts) { mono = code }
    if let headings = LaTeXFonts.family(.headings, of: fonts) {
      display = headings.bold ?? headings.regular
      setsAllHeadings = true
    }
  }

  private static func family(_ role: Theme.FontRole, of fonts: [CarriedFont]) -> FontFamily? {
    let faces = fonts.filter { $0.role == role && ["font/ttf", "font/otf"].contains($0.mediaType) }
    func face(bold: Bool, italic: Bool) -> FontFile? {
      faces.first { $0.isBold == bold && $0.isItalic == italic }.map { font in
        let ending = font.mediaType == "font/ttf" ? "ttf" : "otf"
        let style = (bold ? "bold" : "regular") + (italic ? "italic" : "")
        return .carried("theme-\(role.rawValue)-\(style).\(ending)", bytes: font.bytes)
      }
    }
    guard let regular = face(bold: false, italic: false) ?? face(bold: true, italic: false) else { return nil }
    return FontFamily(
      regular: regular, bold: face(bold: true, italic: false), italic: face(bold: false, italic: true),
      boldItalic: face(bold: true, italic: true))
  }
}

extension CarriedFont {
  fileprivate var isBold: Bool { name.contains("bold") || name.contains("black") }
  fileprivate var isItalic: Bool { name.contains("italic") || name.contains("oblique") }
  private var name: String { Paths.name(of: path).lowercased() }
}
