/// How a character takes part in the bidirectional algorithm (UAX #9, table 4).
enum BidiClass: String {
  case l, r, al
  case en, es, et, an, cs, nsm, bn
  case b, s, ws, on
  case lre, lro, rle, rlo, pdf
  case lri, rli, fsi, pdi

  init(_ scalar: Unicode.Scalar) { self = BidiData.classes.value(at: scalar.value) }

  /// Whether it opens an isolate.
  var opensIsolate: Bool { self == .lri || self == .rli || self == .fsi }

  /// Whether the rules see it no more once levels are assigned (X9).
  var isRemoved: Bool {
    switch self {
    case .lre, .lro, .rle, .rlo, .pdf, .bn: true
    case .l, .r, .al, .en, .es, .et, .an, .cs, .nsm, .b, .s, .ws, .on, .lri, .rli, .fsi, .pdi: false
    }
  }

  /// NI in the rules: neutrals and isolate formatting characters.
  var isNeutral: Bool {
    switch self {
    case .b, .s, .ws, .on, .lri, .rli, .fsi, .pdi: true
    case .l, .r, .al, .en, .es, .et, .an, .cs, .nsm, .bn, .lre, .lro, .rle, .rlo, .pdf: false
    }
  }
}

/// The tables of `BidiTable.generated.swift`, read once.
enum BidiData {
  static let classes = Ranges(bidiClassTable)
  /// What is shown in the place of a character where the text runs from right to left (L4).
  static let mirrors = pairs(bidiMirrorTable)
  /// Closing brackets by the opening ones (BD14–BD16).
  static let closing = pairs(bidiBracketTable)
  static let opening = Dictionary(closing.map { ($0.value, $0.key) }) { first, _ in first }

  struct Ranges {
    private var starts: [UInt32] = []
    private var values: [BidiClass] = []

    init(_ table: StaticString) {
      for line in BidiData.lines(table) {
        starts.append(UInt32(line[0], radix: 16)!)
        values.append(BidiClass(rawValue: line[1].lowercased())!)
      }
    }

    func value(at scalar: UInt32) -> BidiClass {
      var (low, high) = (0, starts.count)
      while low + 1 < high {
        let middle = (low + high) / 2
        if starts[middle] <= scalar { low = middle } else { high = middle }
      }
      return values[low]
    }
  }

  private static func lines(_ table: StaticString) -> [[Substring]] {
    String(describing: table).split(separator: "\n").map { $0.split(separator: " ") }
  }

  private static func pairs(_ table: StaticString) -> [Unicode.Scalar: Unicode.Scalar] {
    var pairs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for line in lines(table) {
      pairs[Unicode.Scalar(UInt32(line[0], radix: 16)!)!] = Unicode.Scalar(UInt32(line[1], radix: 16)!)!
    }
    return pairs
  }
}
