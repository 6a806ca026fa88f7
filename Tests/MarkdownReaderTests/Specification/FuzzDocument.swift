import MarkdownReader
import TestSupport

/// One document of the fuzz: what a seed makes, and how it is read.
struct FuzzDocument: Sendable {
  /// A dialect of ours and what makes `cmark-gfm` read the same.
  enum Mode: CaseIterable, Sendable {
    case commonMark, gfm, footnotes

    var dialect: Dialect {
      switch self {
      case .commonMark: .commonMark
      case .gfm: .gfm
      case .footnotes: Dialect(extensions: Dialect.gfm.extensions.union(.footnotes))
      }
    }

    var programArguments: [String] {
      let gfm = ["-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist"]
      switch self {
      case .commonMark: return []
      case .gfm: return gfm
      case .footnotes: return gfm + ["-e", "footnotes"]
      }
    }
  }

  let seed: UInt64
  let mode: Mode
  var markdown: [UInt8]

  /// A document that no seed made.
  init(_ markdown: [UInt8], mode: Mode) {
    seed = 0
    self.mode = mode
    self.markdown = markdown
  }

  init(_ markdown: String, mode: Mode) {
    self.init(Array(markdown.utf8), mode: mode)
  }

  /// The document of a seed, which is everything that decides what it is.
  init(seed: UInt64) {
    // Neighbouring seeds are far apart after one step.
    var first = SplitMix64(seed: seed)
    var random = SplitMix64(seed: first.next())
    self.seed = seed
    mode = random.pick([.commonMark, .gfm, .gfm, .footnotes])
    markdown = Self.draw(using: &random)
    // A document that is known to be read differently shows nothing: most of these are drawn again.
    while Self.isLikelyToDiverge(markdown), !random.isOnce(in: 15) { markdown = Self.draw(using: &random) }
    if random.isOnce(in: 100), let index = markdown.indices.randomElement(using: &random) {
      markdown[index] = UInt8.random(in: 0x7F ... .max, using: &random)
    }
  }

  private static func draw(using random: inout SplitMix64) -> [UInt8] {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: Splices.document(using: &random)
    case 1: Jumbles.document(using: &random)
    default: Nestings.document(using: &random)
    }
  }

  /// Whether the text holds what most of the differences are owed to that `Divergence` knows.
  private static func isLikelyToDiverge(_ markdown: [UInt8]) -> Bool {
    let pairs = zip(markdown, markdown.dropFirst())
    if pairs.contains(where: { Self.divergingPairs.contains([$0, $1]) }) { return true }
    return ["[x]", "[ ]", "www. "].contains { text in
      markdown.indices.contains { markdown[$0...].starts(with: text.utf8) }
    }
  }

  private static let divergingPairs = Set(["~*", "*~", "~_", "_~", "<!"].map { Array($0.utf8) })
}
