import CTemplates

/// A font that TeX loads by its file.
package struct FontFile: Sendable {
  /// `Inter-Regular.otf`
  package var name: String
  /// The folder it lies in on this machine, with a slash at its end; nil for a font that TeX finds by its name.
  package var folder: String?
  /// The bytes of the file; nil when it cannot be read.
  package var read: @Sendable () -> [UInt8]?
  /// Whether it comes with the program and so goes with every edition.
  package private(set) var isOurs = false

  package init(name: String, folder: String?, read: @escaping @Sendable () -> [UInt8]?) {
    self.name = name
    self.folder = folder
    self.read = read
  }

  /// A font of `templates/fonts/print`. Their outlines are drawn on a square of 1,000 units: LuaTeX writes wrong widths
  /// for OpenType fonts with others (1.15, `/W` of a CID font), and the text of a PDF falls apart when it is copied.
  package static func ours(_ name: String) -> FontFile? {
    guard let template = handpress_template("fonts/print/" + name)?.pointee else { return nil }
    let bytes = UnsafeBufferPointer(start: template.bytes, count: template.count)
    var font = FontFile(name: name, folder: "fonts/") { [bytes = Array(bytes)] in bytes }
    font.isOurs = true
    return font
  }

  /// A font of the book's own, as a theme names it: it goes with every edition.
  /// - Parameter name: ASCII letters, digits and `-`, with its ending.
  package static func carried(_ name: String, bytes: [UInt8]) -> FontFile {
    var font = FontFile(name: name, folder: "fonts/") { bytes }
    font.isOurs = true
    return font
  }
}

/// A family of up to four styles; what is missing is not asked for.
package struct FontFamily: Sendable {
  package var regular: FontFile
  package var bold: FontFile?
  package var italic: FontFile?
  package var boldItalic: FontFile?

  package init(regular: FontFile, bold: FontFile? = nil, italic: FontFile? = nil, boldItalic: FontFile? = nil) {
    self.regular = regular
    self.bold = bold
    self.italic = italic
    self.boldItalic = boldItalic
  }
}

/// A font for letters that the book's own have not, loaded only when the book needs it.
package struct FallbackFont: Sendable {
  /// ASCII letters: its name in the TeX files.
  package var key: String
  package var file: FontFile
  /// nil to set bold letters in the regular face.
  package var bold: FontFile?
  /// nil to set emphasis in the upright face, as most scripts do.
  package var italic: FontFile?
  /// How much larger it is set than the book's own fonts, for letters that are drawn small.
  package var scale: Double
  /// The number of its face in a collection of several.
  package var index: Int
  /// What its letters are, and so how they are shaped.
  package var script: Script
  /// What it is made for; in other text it is asked last.
  package var roles: Set<FontRole>

  package init(
    key: String, file: FontFile, bold: FontFile? = nil, italic: FontFile? = nil, scale: Double = 1, index: Int = 0,
    script: Script = .plain, roles: Set<FontRole> = [.body, .sans, .mono]
  ) {
    self.key = key
    self.file = file
    self.bold = bold
    self.italic = italic
    self.scale = scale
    self.index = index
    self.script = script
    self.roles = roles
  }
}

/// The fonts of a book. Where one is nil, TeX's own default stands and every letter is taken to be in it.
package struct LaTeXFonts: Sendable {
  package var body: FontFamily?
  package var sans: FontFamily?
  package var mono: FontFamily?
  /// For titles of parts and chapters; nil for the bold of `sans`.
  package var display: FontFile?
  /// Whether headings of all levels are set in `display`.
  package var setsAllHeadings = false
  package var math: FontFile?
  package var emoji: FontFile?
  /// Asked in this order.
  package var fallbacks: [FallbackFont] = []

  package init() {}
}

/// What a text is set in.
package enum FontRole: Hashable, Sendable {
  case body, sans, mono
}
