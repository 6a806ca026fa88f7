import PangoBinding
import SourceText

/// KaTeX's fonts, each read when the first letter is in it. For one thread at a time.
final class FormulaFonts {
  /// Where Debian's fonts-katex puts them, from `/usr/share`.
  static let folder = "fonts/truetype/katex"

  /// Letters as contours, and how far they reach; in ems of their own size, y up.
  struct Run {
    var outline: Outline
    var width: Double
  }

  private let libraries: any World
  private var fonts: [String: OpenFont?] = [:]
  private var runs: [FormulaBox.Letters: Run] = [:]

  init(libraries: any World) { self.libraries = libraries }

  /// The letters in the font that they ask for, else in the nearest that has them, as a browser does.
  func run(_ letters: FormulaBox.Letters) throws(FormulaPictureError) -> Run {
    var key = letters
    key.size = 1
    if let known = runs[key] { return known }
    for name in FormulaFonts.candidates(letters) {
      guard let font = try font(name), font.typeface.hasLetters(of: letters.text) else { continue }
      let run = Run(
        outline: font.typeface.outline(of: letters.text), width: Double(font.typeface.width(of: letters.text)))
      runs[key] = run
      return run
    }
    throw .refused("no font of KaTeX has the letters of `\(letters.text)`")
  }

  /// The shapes that a family has, where not all four: KaTeX ships no others.
  private static let shapes: [String: [String]] = [
    "Main": ["Regular", "Bold", "Italic", "BoldItalic"], "Math": ["Italic", "BoldItalic"],
    "SansSerif": ["Regular", "Bold", "Italic"], "Caligraphic": ["Regular", "Bold"], "Fraktur": ["Regular", "Bold"],
  ]

  private static func candidates(_ letters: FormulaBox.Letters) -> [String] {
    let shapes = shapes[letters.family] ?? ["Regular"]
    let wanted =
      switch (letters.isBold, letters.isItalic) {
      case (true, true): ["BoldItalic", "Bold", "Italic", "Regular"]
      case (true, false): ["Bold", "BoldItalic", "Regular", "Italic"]
      case (false, true): ["Italic", "Regular"]
      case (false, false): ["Regular", "Italic"]
      }
    return wanted.filter(shapes.contains).prefix(1).map { "\(letters.family)-\($0)" } + ["Main-Regular", "AMS-Regular"]
  }

  private func font(_ name: String) throws(FormulaPictureError) -> OpenFont? {
    if let known = fonts[name] { return known }
    guard let bytes = try? libraries.read("\(FormulaFonts.folder)/KaTeX_\(name).ttf") else {
      throw .missing(.katexFonts)
    }
    do {
      let font = try OpenFont(bytes)
      fonts[name] = font
      return font
    } catch {
      guard error == .badFont else { throw .missing(.harfBuzz) }
      fonts[name] = .some(nil)
      return nil
    }
  }
}

/// A font and the bytes that it is read from, which must live as long.
private final class OpenFont {
  let typeface: Typeface
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ content: [UInt8]) throws(TextError) {
    bytes = .allocate(capacity: content.count)
    _ = bytes.initialize(from: content)
    do {
      typeface = try Typeface(bytes: UnsafeBufferPointer(bytes))
    } catch {
      bytes.deallocate()
      throw error
    }
  }

  deinit {
    // The typeface goes first, because it reads from the bytes until then.
    withExtendedLifetime(typeface) {}
    bytes.deallocate()
  }
}

/// Why a formula has no picture.
enum FormulaPictureError: Error, Equatable {
  case missing(MissingLibrary)
  /// As in "the formula is not drawn: …".
  case refused(String)
}
