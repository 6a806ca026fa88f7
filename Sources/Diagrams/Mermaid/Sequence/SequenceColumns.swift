/// Where the lifelines stand, and how wide texts between them may be.
struct SequenceColumns {
  /// The centres of lifelines.
  private(set) var centers: [Double] = []
  private(set) var heads: [SequenceHead] = []
  /// Where a line of text breaks beside a lifeline.
  private(set) var textWidth = 200.0
  private(set) var left = 0.0
  private(set) var right = 0.0

  /// From roomy to tight: the width of texts and of heads.
  private static let measures: [(text: Double, head: Double)] = [
    (210, 150), (160, 120), (130, 100), (105, 88), (84, 76),
  ]
  /// What a phone can show after scaling.
  static let widest = 700.0

  init(_ diagram: SequenceDiagram, _ bench: Workbench) {
    for measure in SequenceColumns.measures {
      textWidth = measure.text
      heads = diagram.participants.map { SequenceHead($0, width: measure.head, bench) }
      place(diagram, bench)
      if right - left <= SequenceColumns.widest { return }
    }
  }

  private mutating func place(_ diagram: SequenceDiagram, _ bench: Workbench) {
    let count = diagram.participants.count
    var gaps: [Double] = []
    for index in 0..<max(0, count - 1) {
      let isBorder = diagram.participants[index].group != diagram.participants[index + 1].group
      gaps.append((heads[index].size.width + heads[index + 1].size.width) / 2 + (isBorder ? 36 : 20))
    }
    var needs = SequenceNeeds()
    needs.collect(diagram, textWidth, bench)
    for (span, width) in needs.spans.sorted(by: {
      ($0.key.count, $0.key.lowerBound) < ($1.key.count, $1.key.lowerBound)
    }) {
      let short = width - gaps[span].reduce(0, +)
      guard short > 0 else { continue }
      for index in span { gaps[index] += short / Double(span.count) }
    }
    centers = [0]
    for gap in gaps { centers.append(centers[centers.count - 1] + gap) }
    guard let first = heads.first, let last = heads.last else { return }
    left = -max(first.size.width / 2, needs.leftOfFirst)
    right = (centers.last ?? 0) + max(last.size.width / 2, needs.rightOfLast)
  }
}

/// How far apart lifelines must stand for what is written between them.
private struct SequenceNeeds {
  /// By the gaps that a text spans.
  var spans: [Range<Int>: Double] = [:]
  var leftOfFirst = 0.0
  var rightOfLast = 0.0

  mutating func collect(_ diagram: SequenceDiagram, _ limit: Double, _ bench: Workbench) {
    let count = diagram.participants.count
    for step in diagram.steps {
      switch step {
      case .message(let message):
        let width = bench.measure.set(message.label, SequenceStyle.message, width: limit).size.width
        if message.from == message.to {
          needRight(of: message.from, width + SequenceStyle.loopWidth + 14, count)
        } else {
          let (low, high) = (min(message.from, message.to), max(message.from, message.to))
          need(low..<high, max(width + (message.number == nil ? 34 : 58), 70))
        }
      case .note(let note):
        let width = bench.measure.set(note.label, SequenceStyle.note, width: limit).size.width + 20
        switch note.place {
        case .left: needLeft(of: note.first, width + 14)
        case .right: needRight(of: note.last, width + 14, count)
        case .over where note.first == note.last:
          needLeft(of: note.first, width / 2 + 4)
          needRight(of: note.first, width / 2 + 4, count)
        case .over: need(note.first..<note.last, width - 40)
        }
      default: break
      }
    }
  }

  private mutating func need(_ span: Range<Int>, _ width: Double) { spans[span] = max(spans[span] ?? 0, width) }

  private mutating func needLeft(of index: Int, _ width: Double) {
    if index == 0 { leftOfFirst = max(leftOfFirst, width) } else { need((index - 1)..<index, width + 8) }
  }

  private mutating func needRight(of index: Int, _ width: Double, _ count: Int) {
    if index == count - 1 { rightOfLast = max(rightOfLast, width) } else { need(index..<(index + 1), width + 8) }
  }
}

/// Letters and measures of sequence diagrams.
enum SequenceStyle {
  static let head = TextStyle(size: 14, isBold: true)
  static let message = TextStyle(size: 13)
  static let note = TextStyle(size: 12.5)
  static let frame = TextStyle(size: 12.5)
  static let frameWord = TextStyle(size: 12, isBold: true)
  /// How far a message to itself swings out.
  static let loopWidth = 30.0
}
