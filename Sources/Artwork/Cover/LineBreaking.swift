/// A text in words with their widths, to be broken at any size without measuring again.
struct MeasuredWords {
  private struct Word {
    var text: String
    /// In ems.
    var width: Float
  }

  private let words: [Word]
  private let space: Float
  private let measure: (String) -> Float

  /// - Parameter measure: the width of a text in ems.
  init(_ text: String, measure: @escaping (String) -> Float) {
    self.measure = measure
    space = measure(" ")
    words = text.split(separator: " ").map { Word(text: String($0), width: measure(String($0))) }
  }

  /// Lines no wider than the limit, each as full as it can be; nil where a word is wider and may not be broken.
  func lines(limit: Float, breakingWords: Bool) -> [String]? {
    var lines: [String] = []
    var line = ""
    var width: Float = 0
    func place(_ word: Word) {
      if !line.isEmpty, width + space + word.width > limit {
        lines.append(line)
        line = ""
        width = 0
      }
      width += (line.isEmpty ? 0 : space) + word.width
      line += (line.isEmpty ? "" : " ") + word.text
    }
    for word in words {
      if word.width <= limit {
        place(word)
      } else if breakingWords {
        pieces(of: word, limit: limit).forEach(place)
      } else {
        return nil
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// As many lines as `lines` gives, but of lengths as equal as they can be.
  func balancedLines(limit: Float, breakingWords: Bool) -> [String]? {
    guard let widest = lines(limit: limit, breakingWords: breakingWords) else { return nil }
    guard widest.count > 1, !breakingWords else { return widest }
    var (low, high, best) = (limit / 2, limit, widest)
    for _ in 0..<10 {
      let middle = (low + high) / 2
      if let narrower = lines(limit: middle, breakingWords: false), narrower.count == widest.count {
        (high, best) = (middle, narrower)
      } else {
        low = middle
      }
    }
    return best
  }

  /// A word cut into pieces that fit: after `-`, `/`, `_` or `.` where there is one, else anywhere with a hyphen.
  private func pieces(of word: Word, limit: Float) -> [Word] {
    var pieces: [Word] = []
    var piece = ""
    var width = measure("-")
    for letter in word.text {
      let letterWidth = measure(String(letter))
      if !piece.isEmpty, width + letterWidth > limit {
        let cut = piece.lastIndex { "-/_.".contains($0) }.map(piece.index(after:)) ?? piece.endIndex
        let isMarked = cut < piece.endIndex || piece.last.map { "-/_.".contains($0) } == true
        pieces.append(Word(text: piece[..<cut] + (isMarked ? "" : "-"), width: limit))
        piece = String(piece[cut...])
        width = measure(piece + "-")
      }
      piece.append(letter)
      width += letterWidth
    }
    return pieces + [Word(text: piece, width: measure(piece))]
  }
}
