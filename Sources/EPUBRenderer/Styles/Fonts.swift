import BookModel
import SourceText
import Templates

/// A font file that the book carries.
package struct CarriedFont: Equatable, Sendable {
  package var role: Theme.FontRole
  /// Its path in the handbook; what it is called there says whether it is bold or italic.
  package var path: String
  package var bytes: [UInt8]

  package init(role: Theme.FontRole, path: String, bytes: [UInt8]) {
    self.role = role
    self.path = path
    self.bytes = bytes
  }

  /// The media type by the file's first bytes, as EPUB 3.3 §3.2 names it; nil for what is no font.
  package var mediaType: String? {
    switch Array(bytes.prefix(4)) {
    case [0, 1, 0, 0], Array("true".utf8): "font/ttf"
    case Array("OTTO".utf8): "font/otf"
    case Array("wOFF".utf8): "font/woff"
    case Array("wOF2".utf8): "font/woff2"
    default: nil
    }
  }
}

extension Edition {
  /// The fonts with their names in the container, those that are none left out.
  var embeddedFonts: [(font: CarriedFont, path: String, mediaType: String)] {
    options.fonts.enumerated().compactMap { index, font in
      font.mediaType.map { type in
        (font, "fonts/f\(index + 1)-\(font.role.rawValue)." + type.dropFirst("font/".utf8.count), type)
      }
    }
  }

  /// Pictures of formulas are on white, and so is what they stand in.
  private static let onWhite = """

    .admonition, thead th {
      background-color: transparent;
    }

    """

  /// The style sheet with the theme's values filled in.
  func stylesheet() -> [UInt8] {
    let fonts = Theme.FontRole.allCases.map { role in
      embeddedFonts.filter { $0.font.role == role }.map { font, path, _ in
        let name = Paths.name(of: font.path).lowercased()
        return EmbeddedFont(
          path: path, isBold: name.contains("bold") || name.contains("black"),
          isItalic: name.contains("italic") || name.contains("oblique"))
      }
    }
    let sheet = options.templates.stylesheet(options.theme, fonts: fonts)
    return options.form == .legacy ? sheet + Edition.onWhite.utf8 : sheet
  }
}
