/// Text of a diagram in lines of runs, as it is to be drawn.
struct Label: Equatable, Sendable {
  struct Run: Equatable, Sendable {
    var text: String
    var isBold = false
    var isItalic = false
    var isCode = false
    /// 1 where it is raised, -1 where it is lowered, both in smaller letters.
    var script = 0

    fileprivate var spoken: String { script == 0 ? text : (script > 0 ? "^" : "_") + text }
  }

  var lines: [[Run]]

  init(lines: [[Run]]) { self.lines = lines }

  /// Text as it is: no markup is looked for but line feeds.
  init(plain text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { [Run(text: String($0))] }
  }

  /// What a person would read aloud.
  var plainText: String {
    lines.map { $0.map(\.spoken).joined() }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  var isEmpty: Bool { plainText.isEmpty }
}

/// A label broken into lines and measured, ready to be put somewhere.
struct SetLabel: Sendable {
  struct Piece: Sendable {
    var text: String
    var style: TextStyle
    var width: Double
    /// The spaces before the text: SVG draws none at the ends of a text, so they are kept apart.
    var indent = 0.0
    /// How far it stands over the baseline of its line.
    var rise = 0.0
  }

  var lines: [[Piece]]
  var size: Size
  var lineHeight: Double
  var fontSize: Double

  static let empty = SetLabel(lines: [], size: Size(0, 0), lineHeight: 0, fontSize: 0)
}

enum LabelAlignment { case left, center, right }

extension TextMeasure {
  /// Breaks a label at spaces (anywhere between Han letters and kana) where a line would be wider than `width`.
  func set(_ label: Label, _ style: TextStyle = TextStyle(), width limit: Double = 200) -> SetLabel {
    var lines: [[SetLabel.Piece]] = []
    for runs in label.lines {
      var line: [SetLabel.Piece] = []
      var used = 0.0
      for run in runs {
        var runStyle = style
        runStyle.isBold = style.isBold || run.isBold
        runStyle.isItalic = style.isItalic || run.isItalic
        runStyle.isMonospaced = style.isMonospaced || run.isCode
        if run.script != 0 { runStyle.size = style.size * 0.72 }
        let rise = Double(run.script) * style.size * (run.script > 0 ? 0.36 : 0.16)
        // A word may go on in another style.
        var mayBreak = line.last?.text.last?.isWhitespace ?? true || run.text.first?.isWhitespace ?? true
        for word in LineBreaking.words(of: run.text) {
          let wide = width(of: word, runStyle)
          defer { mayBreak = true }
          if mayBreak, used > 0, used + width(of: word.trimmingSpaces, runStyle) > limit {
            lines.append(line)
            (line, used) = ([], 0)
          }
          if line.isEmpty, word.trimmingSpaces.isEmpty { continue }
          append(SetLabel.Piece(text: word, style: runStyle, width: wide, rise: rise), to: &line)
          used += wide
        }
      }
      lines.append(line)
    }
    return measured(lines, style)
  }

  private func append(_ word: SetLabel.Piece, to line: inout [SetLabel.Piece]) {
    if let last = line.last, last.style == word.style, last.rise == word.rise {
      line[line.count - 1].text += word.text
      // Kerning between words is nothing; sums are what was promised to fit.
      line[line.count - 1].width += word.width
    } else {
      line.append(word)
    }
  }

  /// Spaces at the ends of pieces made gaps, those at the end of a line taken off, the box worked out.
  private func measured(_ lines: [[SetLabel.Piece]], _ style: TextStyle) -> SetLabel {
    let lines = lines.map { pieces in
      var line: [SetLabel.Piece] = []
      var gap = 0.0
      for piece in pieces {
        let text = piece.text.trimmingSpaces
        let space = width(of: " ", piece.style)
        let leading = Double(piece.text.prefix { $0 == " " }.count) * space
        let trailing = text.isEmpty ? 0 : Double(piece.text.reversed().prefix { $0 == " " }.count) * space
        if !text.isEmpty {
          let indent = line.isEmpty ? 0 : gap + leading
          line.append(
            SetLabel.Piece(
              text: text, style: piece.style, width: width(of: text, piece.style), indent: indent, rise: piece.rise))
          gap = trailing
        } else {
          gap += leading
        }
      }
      return line
    }
    let widest = lines.map { $0.reduce(0) { $0 + $1.indent + $1.width } }.max() ?? 0
    let lineHeight = (style.size * 1.3).rounded()
    return SetLabel(
      lines: lines, size: Size(widest, lineHeight * Double(lines.count)), lineHeight: lineHeight, fontSize: style.size)
  }
}

extension Scene {
  /// Draws a label with its box centred on a point, or beginning or ending there.
  mutating func add(_ label: SetLabel, at point: Point, align: LabelAlignment = .center) {
    var y = point.y - label.size.height / 2 + label.lineHeight / 2 + label.fontSize * 0.36
    for line in label.lines {
      let width = line.reduce(0) { $0 + $1.indent + $1.width }
      var x =
        switch align {
        case .left: point.x
        case .center: point.x - width / 2
        case .right: point.x - width
        }
      for piece in line {
        x += piece.indent
        add(TextLine(text: piece.text, style: piece.style, origin: Point(x, y - piece.rise), width: piece.width))
        x += piece.width
      }
      y += label.lineHeight
    }
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return String(text)
  }
}
