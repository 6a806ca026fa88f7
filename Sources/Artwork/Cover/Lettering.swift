import CTemplates
import PangoBinding

/// Sets a text of the cover as large as its place allows.
struct Lettering {
  /// The place and the manner of one text.
  struct Style {
    /// In pixels: the largest and the smallest size of letters.
    var sizes: ClosedRange<Float>
    /// In pixels.
    var width: Float
    var height: Float
    var maximumLines: Int
    /// As a multiple of the size.
    var lineHeight: Float
    var isBold: Bool
  }

  /// A text with its place found.
  struct Setting {
    /// From (0, 0) at the top left corner.
    fileprivate(set) var shape = Shape()
    /// In pixels, down to the last line's baseline; of the machine's fonts, to the end of the last line.
    fileprivate(set) var height: Float = 0
    /// How far letters such as `g` reach below that.
    fileprivate(set) var depth: Float = 0
    /// Where the lowest letters end, in pixels.
    var foot: Float { height + depth }
    fileprivate(set) var width: Float = 0
    fileprivate(set) var missingLetters = 0
  }

  private let bold: Typeface
  private let medium: Typeface
  private let language: String

  init(language: String) throws(TextError) {
    bold = try typeface("fonts/InterDisplay-Bold.otf")
    medium = try typeface("fonts/Inter-Medium.otf")
    self.language = language
  }

  func set(_ text: String, in style: Style) throws(TextError) -> Setting {
    let text = plain(text)
    guard !text.isEmpty else { return Setting() }
    let face = style.isBold ? bold : medium
    return face.hasLetters(of: text) ? set(text, face, in: style) : try setBySystem(text, in: style)
  }

  private func set(_ text: String, _ face: Typeface, in style: Style) -> Setting {
    let words = MeasuredWords(text, measure: face.width)
    for breakingWords in [false, true] {
      for size in sizes(of: style, from: breakingWords ? 0.6 : 1) {
        guard let lines = words.balancedLines(limit: style.width / size, breakingWords: breakingWords),
          lines.count <= maximumLines(style, size: size)
        else { continue }
        return draw(lines, face, size: size, lineHeight: style.lineHeight)
      }
    }
    let size = style.sizes.lowerBound
    let lines = words.lines(limit: (style.width - 2 * size) / size, breakingWords: true) ?? []
    let kept = lines.prefix(max(1, maximumLines(style, size: size)))
    let last = kept.last.map { String($0.reversed().drop { ",;:–-".contains($0) }.reversed()) + "…" }
    return draw(kept.dropLast() + [last].compactMap(\.self), face, size: size, lineHeight: style.lineHeight)
  }

  /// From the largest down in steps of about a thirtieth, the smallest among them.
  private func sizes(of style: Style, from share: Float) -> [Float] {
    var sizes: [Float] = []
    var size = max(style.sizes.lowerBound, style.sizes.upperBound * share).rounded()
    while size > style.sizes.lowerBound {
      sizes.append(size)
      size = min(size - 1, (size * 0.97).rounded())
    }
    return sizes + [style.sizes.lowerBound]
  }

  private func maximumLines(_ style: Style, size: Float) -> Int {
    let fitting = Int((style.height - size) / (size * style.lineHeight)) + 1
    return style.height < size ? 0 : min(style.maximumLines, fitting)
  }

  private func draw(_ lines: [String], _ face: Typeface, size: Float, lineHeight: Float) -> Setting {
    // Inter's capitals are 0.727 ems high: the first line's tops stand at the top.
    let capitals: Float = 0.727
    var setting = Setting()
    for (index, line) in lines.enumerated() {
      let baseline = (capitals * size + Float(index) * size * lineHeight).rounded()
      setting.shape.add(face.outline(of: line), scale: size, flipped: true, x: 0, y: baseline)
      setting.width = max(setting.width, face.width(of: line) * size)
      setting.height = baseline
      setting.depth = 0.2 * size
    }
    return setting
  }

  private func setBySystem(_ text: String, in style: Style) throws(TextError) -> Setting {
    var text = text
    while true {
      let paragraph = try SystemParagraph(
        text, language: language, isBold: style.isBold, lineHeight: style.lineHeight)
      for breakingWords in [false, true] {
        if let size = largestSize(of: paragraph, in: style, breakingWords: breakingWords) {
          return setting(of: paragraph, size: size, in: style, breakingWords: breakingWords)
        }
      }
      guard text.count >= 3 else {
        return setting(of: paragraph, size: style.sizes.lowerBound, in: style, breakingWords: true)
      }
      text = text.prefix(text.count / 2) + "…"
    }
  }

  /// nil where not even the smallest fits.
  private func largestSize(of paragraph: SystemParagraph, in style: Style, breakingWords: Bool) -> Float? {
    let sizes = sizes(of: style, from: breakingWords ? 0.6 : 1)
    func fits(_ size: Float) -> Bool {
      let (width, height) = paragraph.set(size: size, width: style.width, breakingWords: breakingWords)
      return width <= style.width && height <= style.height
    }
    // Halving the range, because Pango looks for fonts anew at each size, which is slow.
    var (first, last) = (0, sizes.count - 1)
    while first < last {
      let middle = (first + last) / 2
      if fits(sizes[middle]) { last = middle } else { first = middle + 1 }
    }
    return fits(sizes[first]) ? sizes[first] : nil
  }

  private func setting(
    of paragraph: SystemParagraph, size: Float, in style: Style, breakingWords: Bool
  ) -> Setting {
    let (width, height) = paragraph.set(size: size, width: style.width, breakingWords: breakingWords)
    var setting = Setting(height: height, width: width, missingLetters: paragraph.missingLetters)
    setting.shape.add(paragraph.outline(), scale: 1, flipped: false, x: 0, y: 0)
    return setting
  }

  /// One line without control characters; spaces are single. Cut where no cover holds more, so that a text without
  /// end costs no time without end.
  private func plain(_ text: String) -> String {
    let scalars = text.prefix(400).unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar.properties.isWhitespace
      case .format: scalar == "\u{200D}" || scalar == "\u{200C}"
      default: true
      }
    }
    return String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A font of `templates/`.
private func typeface(_ path: String) throws(TextError) -> Typeface {
  guard let template = handpress_template(path) else { preconditionFailure("`\(path)` is not among the templates") }
  let file = template.pointee
  return try Typeface(bytes: UnsafeBufferPointer(start: file.bytes, count: file.count))
}
