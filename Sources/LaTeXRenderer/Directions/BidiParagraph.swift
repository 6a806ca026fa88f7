/// The levels of a paragraph's characters by the bidirectional algorithm (UAX #9): even ones run from left to right, odd
/// ones from right to left, and a higher one within the next lower one.
struct BidiParagraph {
  private(set) var levels: [UInt8]
  private let base: UInt8
  /// As written; then as overrides and the rules change them.
  private let written: [BidiClass]
  private var classes: [BidiClass]
  private let scalars: [Unicode.Scalar]
  /// For each character that opens an isolate, the one that closes it (BD9), and the other way round.
  private let partners: [Int: Int]

  /// - Parameter base: the level of the paragraph: 0, or 1 for one that runs from right to left.
  static func levels(of scalars: [Unicode.Scalar], base: UInt8) -> [UInt8] {
    var paragraph = BidiParagraph(scalars, base: base)
    paragraph.assignExplicitLevels()
    paragraph.resolveSequences()
    paragraph.resetSeparators()
    return paragraph.levels
  }

  private init(_ scalars: [Unicode.Scalar], base: UInt8) {
    self.scalars = scalars
    self.base = base
    written = scalars.map { BidiClass($0) }
    classes = written
    levels = Array(repeating: base, count: scalars.count)
    partners = BidiParagraph.partners(written)
  }

  private static func partners(_ classes: [BidiClass]) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [Int] = []
    for (index, kind) in classes.enumerated() {
      if kind.opensIsolate { open.append(index) }
      if kind == .pdi, let start = open.popLast() {
        partners[start] = index
        partners[index] = start
      }
      if kind == .b { open.removeAll() }
    }
    return partners
  }

  /// X1–X8.
  private mutating func assignExplicitLevels() {
    var status = EmbeddingStatus(base: base)
    for (index, kind) in written.enumerated() {
      switch kind {
      case .rle, .lre, .rlo, .lro:
        levels[index] = status.level
        status.embed(toRight: kind == .lre || kind == .lro, override: kind == .rlo ? .r : kind == .lro ? .l : nil)
      case .pdf:
        status.endEmbedding()
        levels[index] = status.level
      case .rli, .lri, .fsi:
        mark(index, status)
        status.isolate(toRight: kind == .lri || kind == .fsi && !isRightToLeft(isolateAt: index))
      case .pdi:
        status.endIsolate()
        mark(index, status)
      case .b: levels[index] = base
      case .bn: levels[index] = status.level
      case .l, .r, .al, .en, .es, .et, .an, .cs, .nsm, .s, .ws, .on: mark(index, status)
      }
    }
  }

  private mutating func mark(_ index: Int, _ status: EmbeddingStatus) {
    levels[index] = status.level
    if let override = status.override { classes[index] = override }
  }

  /// P2 and P3 for what stands between FSI and its PDI.
  private func isRightToLeft(isolateAt start: Int) -> Bool {
    var index = start + 1
    let end = partners[start] ?? written.count
    while index < end {
      switch written[index] {
      case .l: return false
      case .r, .al: return true
      case .lri, .rli, .fsi: index = partners[index] ?? end
      case .en, .es, .et, .an, .cs, .nsm, .bn, .b, .s, .ws, .on, .lre, .lro, .rle, .rlo, .pdf, .pdi: break
      }
      index += 1
    }
    return false
  }

  /// X10: the rules for each run of one level, taken together with what an isolate in its midst divides it from.
  private mutating func resolveSequences() {
    let kept = written.indices.filter { !written[$0].isRemoved }
    var runs: [[Int]] = []
    for index in kept {
      if let last = runs.last?.last, levels[last] == levels[index] {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    let runAt = Dictionary(uniqueKeysWithValues: runs.enumerated().map { ($1[0], $0) })
    let explicit = levels
    for run in runs where !(written[run[0]] == .pdi && partners[run[0]] != nil) {
      var indices = run
      while let last = indices.last, written[last].opensIsolate, let end = partners[last], let next = runAt[end] {
        indices += runs[next]
      }
      resolve(indices, kept, explicit)
    }
  }

  private mutating func resolve(_ indices: [Int], _ kept: [Int], _ explicit: [UInt8]) {
    let level = explicit[indices[0]]
    let before = kept.last { $0 < indices[0] }.map { explicit[$0] } ?? base
    let last = indices[indices.count - 1]
    let isOpen = written[last].opensIsolate && partners[last] == nil
    let after = isOpen ? base : kept.first { $0 > last }.map { explicit[$0] } ?? base
    var sequence = BidiSequence(
      classes: indices.map { classes[$0] }, written: indices.map { written[$0] }, scalars: indices.map { scalars[$0] },
      level: level, start: max(level, before).strongClass, end: max(level, after).strongClass)
    sequence.resolve()
    for (position, index) in indices.enumerated() { levels[index] = sequence.level(at: position) }
    // What was removed goes with what stands before it, so that it divides no run.
    for index in indices {
      var next = index + 1
      while next < written.count, written[next].isRemoved {
        levels[next] = levels[index]
        next += 1
      }
    }
  }

  /// L1: tabs, and spaces before them and at the end, stand as the paragraph runs.
  private mutating func resetSeparators() {
    var isTrailing = true
    for index in written.indices.reversed() {
      switch written[index] {
      case .s, .b: isTrailing = true
      case .ws, .fsi, .lri, .rli, .pdi, .bn, .lre, .lro, .rle, .rlo, .pdf: break
      case .l, .r, .al, .en, .es, .et, .an, .cs, .nsm, .on: isTrailing = false
      }
      if isTrailing { levels[index] = base }
    }
  }
}

/// The stack of the rules X1–X8.
private struct EmbeddingStatus {
  private struct Entry {
    var level: UInt8
    var override: BidiClass?
    var isIsolate: Bool
  }
  private static let deepest: UInt8 = 125

  private var stack: [Entry]
  private var overflowIsolates = 0
  private var overflowEmbeddings = 0
  private var validIsolates = 0

  init(base: UInt8) { stack = [Entry(level: base, override: nil, isIsolate: false)] }

  var level: UInt8 { stack[stack.count - 1].level }
  var override: BidiClass? { stack[stack.count - 1].override }

  private func next(toRight: Bool) -> UInt8 { toRight ? (level + 2) & ~1 : (level + 1) | 1 }

  mutating func embed(toRight: Bool, override: BidiClass?) {
    let next = next(toRight: toRight)
    if next <= Self.deepest, overflowIsolates == 0, overflowEmbeddings == 0 {
      stack.append(Entry(level: next, override: override, isIsolate: false))
    } else if overflowIsolates == 0 {
      overflowEmbeddings += 1
    }
  }

  mutating func isolate(toRight: Bool) {
    let next = next(toRight: toRight)
    if next <= Self.deepest, overflowIsolates == 0, overflowEmbeddings == 0 {
      validIsolates += 1
      stack.append(Entry(level: next, override: nil, isIsolate: true))
    } else {
      overflowIsolates += 1
    }
  }

  mutating func endIsolate() {
    if overflowIsolates > 0 {
      overflowIsolates -= 1
    } else if validIsolates > 0 {
      overflowEmbeddings = 0
      while stack.last?.isIsolate == false { stack.removeLast() }
      stack.removeLast()
      validIsolates -= 1
    }
  }

  mutating func endEmbedding() {
    if overflowIsolates > 0 { return }
    if overflowEmbeddings > 0 {
      overflowEmbeddings -= 1
    } else if stack.count > 1, stack.last?.isIsolate == false {
      stack.removeLast()
    }
  }
}

extension UInt8 {
  /// The class of a level's direction.
  var strongClass: BidiClass { self & 1 == 0 ? .l : .r }
}
