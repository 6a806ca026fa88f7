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
  /// Scripts whose letters change their shapes or places beside others.
  package enum Script: Sendable {
    case plain, arabic, hebrew, devanagari, bengali, tamil, thai
  }
  /// ASCII letters: its name in the TeX files.
  package var key: String
  package var file: FontFile
  /// How its letters are shaped.
  package var script: Script
  /// Whether it is for listings, and asked first there.
  package var isMonospaced: Bool

  package init(key: String, file: FontFile, script: Script = .plain, isMonospaced: Bool = false) {
    self.key = key
    self.file = file
    self.script = script
    self.isMonospaced = isMonospaced
  }
}

/// The fonts of a book. Where one is nil, TeX's own default stands and every letter is taken to be in it.
package struct LaTeXFonts: Sendable {
  package var body: FontFamily?
  package var sans: FontFamily?
  package var mono: FontFamily?
  /// For titles of parts and chapters; nil for the bold of `sans`.
  package var display: FontFile?
  package var math: FontFile?
  package var emoji: FontFile?
  /// Asked in this order.
  package var fallbacks: [FallbackFont] = []

  package init() {}
}

/// What a text is set in.
enum FontRole: Hashable, Sendable {
  case body, sans, mono
}
