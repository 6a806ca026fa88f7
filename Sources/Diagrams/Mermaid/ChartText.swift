/// Small readings that charts have in common.
extension String {
  /// The first word and what follows it, without the spaces between.
  var firstWordAndRest: (word: String, rest: String) {
    let word = prefix { !$0.isWhitespace }
    return (String(word), String(self[word.endIndex...]).trimmingSpaces)
  }

  /// What follows a prefix, compared without case; nil where it does not stand there.
  func dropping(prefix: String) -> String? {
    var index = startIndex
    for letter in prefix {
      guard index < endIndex, self[index].lowercased() == letter.lowercased() else { return nil }
      formIndex(after: &index)
    }
    return String(self[index...])
  }

  /// What follows a keyword at the beginning, parted from it by a space or a colon; nil where another word stands.
  func argument(of keyword: String) -> String? {
    guard let rest = dropping(prefix: keyword) else { return nil }
    guard let next = rest.first else { return "" }
    guard next.isWhitespace || next == ":" else { return nil }
    let text = rest.trimmingSpaces
    return text.hasPrefix(":") ? String(text.dropFirst()).trimmingSpaces : text
  }

  /// A number that charts can be drawn with: finite, and not so large that sums of it would not be.
  var chartNumber: Double? {
    let text = trimmingSpaces
    guard text.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || "+-.eE".utf8.contains($0) }), let value = Double(text),
      value.isFinite, abs(value) <= 1e15
    else { return nil }
    return value
  }

  /// Parts between commas that do not stand in quotes, brackets, parentheses or braces, spaces taken off.
  var commaParts: [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var quote: Character?
    for letter in self {
      if let open = quote {
        if letter == open { quote = nil }
      } else if letter == "\"" {
        quote = letter
      } else if "[({".contains(letter) {
        depth += 1
      } else if "])}".contains(letter) {
        depth = max(0, depth - 1)
      } else if letter == ",", depth == 0 {
        parts.append(part.trimmingSpaces)
        part = ""
        continue
      }
      part.append(letter)
    }
    parts.append(part.trimmingSpaces)
    return parts
  }
}

extension Double {
  /// As a label says it: whole numbers without a point, others with two places at most.
  var chartLabel: String {
    guard isFinite else { return "" }
    guard abs(self) < 1e9 else { return abs(self) < 1e15 ? "\(Int(rounded()))" : "\(self)" }
    if self != 0, abs(self) < 0.01 { return "\(self)" }
    return SVG.number(self)
  }

  /// Between two bounds; the lower one for what is not a number.
  func clamped(_ low: Double, _ high: Double) -> Double { self.isNaN ? low : Swift.max(low, Swift.min(high, self)) }
}

extension Color {
  /// As a ground that letters of ink stand on: lightened until they can be read well.
  var asGround: Color {
    var ground = Palette.paper.mixed(with: Color(opaque: self), Double(alpha) / 255)
    for _ in 0..<8 where Palette.ink.contrast(to: ground) < 7 { ground = ground.mixed(with: Palette.paper, 0.3) }
    return ground
  }

  private init(opaque color: Color) {
    self = color
    alpha = 255
  }
}
