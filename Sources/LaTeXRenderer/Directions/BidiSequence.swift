/// An isolating run sequence (UAX #9, BD13): characters of one explicit level, as if what is isolated in their midst were
/// one character. The rules W1–W7, N0–N2, I1 and I2 in turn.
struct BidiSequence {
  private var classes: [BidiClass]
  private let written: [BidiClass]
  private let scalars: [Unicode.Scalar]
  private let level: UInt8
  /// The directions beside it: sos and eos in the rules.
  private let start: BidiClass
  private let end: BidiClass

  init(
    classes: [BidiClass], written: [BidiClass], scalars: [Unicode.Scalar], level: UInt8, start: BidiClass,
    end: BidiClass
  ) {
    (self.classes, self.written, self.scalars) = (classes, written, scalars)
    (self.level, self.start, self.end) = (level, start, end)
  }

  mutating func resolve() {
    resolveMarks()
    resolveNumbers()
    resolveSeparators()
    resolveTerminators()
    resolveNumbersAmongLetters()
    resolveBrackets()
    resolveNeutrals()
  }

  /// I1 and I2.
  func level(at position: Int) -> UInt8 {
    switch classes[position] {
    case .r: level | 1
    case .an, .en: (level & ~1) + 2
    case .l: (level + 1) & ~1
    case .al, .es, .et, .cs, .nsm, .bn, .b, .s, .ws, .on, .lre, .lro, .rle, .rlo, .pdf, .lri, .rli, .fsi, .pdi: level
    }
  }

  /// W1: marks are what they stand on.
  private mutating func resolveMarks() {
    for index in classes.indices where classes[index] == .nsm {
      let previous = index == 0 ? start : classes[index - 1]
      classes[index] = previous.opensIsolate || previous == .pdi ? .on : previous
    }
  }

  /// W2 and W3: numbers behind Arabic letters are Arabic ones.
  private mutating func resolveNumbers() {
    var strong = start
    for index in classes.indices {
      switch classes[index] {
      case .l, .r, .al: strong = classes[index]
      case .en where strong == .al: classes[index] = .an
      default: break
      }
    }
    for index in classes.indices where classes[index] == .al { classes[index] = .r }
  }

  /// W4: a single separator between two numbers of one kind belongs to them.
  private mutating func resolveSeparators() {
    for index in classes.indices.dropFirst().dropLast() {
      let (before, after) = (classes[index - 1], classes[index + 1])
      guard before == after else { continue }
      if classes[index] == .es, before == .en { classes[index] = .en }
      if classes[index] == .cs, before == .en || before == .an { classes[index] = before }
    }
  }

  /// W5 and W6: signs beside a number belong to it; what is left of them is neutral.
  private mutating func resolveTerminators() {
    var index = 0
    while index < classes.count {
      guard classes[index] == .et else {
        index += 1
        continue
      }
      let from = index
      while index < classes.count, classes[index] == .et { index += 1 }
      let isBesideNumber = from > 0 && classes[from - 1] == .en || index < classes.count && classes[index] == .en
      if isBesideNumber { for place in from..<index { classes[place] = .en } }
    }
    for index in classes.indices {
      switch classes[index] {
      case .es, .et, .cs: classes[index] = .on
      default: break
      }
    }
  }

  /// W7: numbers behind letters that run from left to right run with them.
  private mutating func resolveNumbersAmongLetters() {
    var strong = start
    for index in classes.indices {
      switch classes[index] {
      case .l, .r: strong = classes[index]
      case .en where strong == .l: classes[index] = .l
      default: break
      }
    }
  }

  /// The direction of a class for neutrals, to which numbers run from right to left.
  private func direction(_ kind: BidiClass) -> BidiClass? {
    switch kind {
    case .l: .l
    case .r, .en, .an: .r
    default: nil
    }
  }

  /// N0: a pair of brackets runs as the text in it does, if that is as the paragraph does, or as what stands before it.
  private mutating func resolveBrackets() {
    let embedding = level.strongClass
    for (open, close) in BidiBrackets.pairs(scalars, classes) {
      let inside = classes[(open + 1)..<close].compactMap(direction)
      let direction: BidiClass
      if inside.contains(embedding) {
        direction = embedding
      } else if inside.isEmpty {
        continue
      } else {
        let before = classes[..<open].reversed().lazy.compactMap(self.direction).first ?? start
        direction = before == embedding ? embedding : before
      }
      for place in [open, close] { set(place, direction) }
    }
  }

  /// Marks on a bracket go with it.
  private mutating func set(_ place: Int, _ direction: BidiClass) {
    classes[place] = direction
    var next = place + 1
    while next < classes.count, written[next] == .nsm {
      classes[next] = direction
      next += 1
    }
  }

  /// N1 and N2: neutrals between two of one direction run as they do, all others as the sequence does.
  private mutating func resolveNeutrals() {
    var index = 0
    while index < classes.count {
      guard classes[index].isNeutral else {
        index += 1
        continue
      }
      let from = index
      while index < classes.count, classes[index].isNeutral { index += 1 }
      let before = from == 0 ? start : direction(classes[from - 1])
      let after = index == classes.count ? end : direction(classes[index])
      let found = before == after ? before ?? level.strongClass : level.strongClass
      for place in from..<index { classes[place] = found }
    }
  }
}

/// BD16.
enum BidiBrackets {
  /// Opening and closing brackets that belong together, in the order of the opening ones.
  static func pairs(_ scalars: [Unicode.Scalar], _ classes: [BidiClass]) -> [(open: Int, close: Int)] {
    var pairs: [(open: Int, close: Int)] = []
    var open: [(closing: Unicode.Scalar, place: Int)] = []
    for (index, scalar) in scalars.enumerated() where classes[index] == .on {
      if let closing = BidiData.closing[scalar] {
        guard open.count < 63 else { return [] }
        open.append((canonical(closing), index))
      } else if BidiData.opening[scalar] != nil {
        guard let match = open.lastIndex(where: { $0.closing == canonical(scalar) }) else { continue }
        pairs.append((open[match].place, index))
        open.removeSubrange(match...)
      }
    }
    return pairs.sorted { $0.open < $1.open }
  }

  /// Two characters are the same bracket.
  private static func canonical(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\u{232A}" ? "\u{3009}" : scalar
  }
}
