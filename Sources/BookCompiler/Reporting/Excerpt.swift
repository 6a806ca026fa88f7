import SourceText

/// The line a diagnostic points at, made fit for a terminal: no control characters, cut to a window round the
/// caret, tabs as spaces.
struct Excerpt {
  let text: String
  /// Columns before the caret.
  let indent: Int
  /// Columns under the caret, at least 1.
  let width: Int

  /// The most columns of the author's line that are shown.
  private static let window = 100

  init(line: Range<Int>, marked: Range<Int>, in bytes: [UInt8]) {
    let start = min(max(marked.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(marked.upperBound, start), line.upperBound)
    let before = Excerpt.cells(bytes[line.lowerBound..<start])
    let inside = Excerpt.cells(bytes[start..<end])
    let after = Excerpt.cells(bytes[end..<line.upperBound])

    let lead = before.suffix(Excerpt.window / 2)
    let middle = inside.prefix(Excerpt.window)
    let tail = after.prefix(max(0, Excerpt.window - lead.count - middle.count))
    let cutBefore = lead.count < before.count ? "…" : ""
    let cutAfter = middle.count < inside.count || tail.count < after.count ? "…" : ""
    text = cutBefore + (lead + middle + tail).map(\.text).joined() + cutAfter
    indent = cutBefore.count + lead.reduce(0) { $0 + $1.columns }
    width = max(1, middle.reduce(0) { $0 + $1.columns })
  }

  private typealias Cell = (text: String, columns: Int)

  /// One cell a scalar, with the columns a terminal gives it.
  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x09: ("  ", 2)
      case ..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: ("\u{FFFD}", 1)
      default: (String(scalar), columns(of: scalar))
      }
    }
  }

  /// 0 for marks that join the letter before, 2 for wide East Asian letters and emoji, else 1.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
