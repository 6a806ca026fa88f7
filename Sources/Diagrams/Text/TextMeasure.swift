import CTemplates
import PangoBinding

/// Says how wide text is, in the font we ship; letters it lacks are counted by their kind, so that no font of the
/// machine has a say. For one thread at a time.
final class TextMeasure {
  private let typeface: Typeface?
  /// Widths in ems.
  private var known: [String: Double] = [:]

  init() {
    typeface = handpress_template("fonts/Inter-Medium.otf").flatMap {
      try? Typeface(bytes: UnsafeBufferPointer(start: $0.pointee.bytes, count: $0.pointee.count))
    }
  }

  /// In CSS pixels.
  func width(of text: String, _ style: TextStyle) -> Double {
    if style.isMonospaced { return Double(columns(of: text)) * 0.6 * style.size }
    return ems(of: text) * style.size * (style.isBold ? 1.06 : 1)
  }

  private func ems(of text: String) -> Double {
    if let width = known[text] { return width }
    var width = 0.0
    var run = ""
    func finish() {
      if !run.isEmpty { width += typeface.map { Double($0.width(of: run)) } ?? 0.58 * Double(run.unicodeScalars.count) }
      run = ""
    }
    for scalar in text.unicodeScalars {
      if scalar.value < 0x250 || typeface?.hasLetters(of: String(scalar)) == true {
        run.unicodeScalars.append(scalar)
      } else {
        finish()
        width += GlyphWidth.ems(of: scalar)
      }
    }
    finish()
    known[text] = width
    return width
  }

  private func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (GlyphWidth.isWide($1) ? 2 : GlyphWidth.isMark($1) ? 0 : 1) }
  }
}

/// How wide letters of scripts that our font lacks are, near enough.
enum GlyphWidth {
  static func ems(of scalar: Unicode.Scalar) -> Double {
    if isMark(scalar) { return 0 }
    return isWide(scalar) ? 1 : 0.6
  }

  /// Marks that stand on the letter before them, joiners and variation selectors.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: (0xFE00...0xFE0F).contains(scalar.value)
    }
  }

  /// Han, kana, hangul, their full-width forms, and pictures (UAX #11, W and F, in large blocks).
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
      0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
