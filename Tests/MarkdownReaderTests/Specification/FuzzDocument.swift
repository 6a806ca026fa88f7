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

  /// The document of a seed, which is everything that decides what it is.
  init(seed: UInt64) {
    // Neighbouring seeds are far apart after one step.
    var first = SplitMix64(seed: seed)
    var random = SplitMix64(seed: first.next())
    self.seed = seed
    mode = random.pick([.commonMark, .gfm, .gfm, .footnotes])
    switch Int.random(in: 0..<3, using: &random) {
    case 0: markdown = Splices.document(using: &random)
    case 1: markdown = Jumbles.document(using: &random)
    default: markdown = Nestings.document(using: &random)
    }
    if random.isOnce(in: 100), let index = markdown.indices.randomElement(using: &random) {
      markdown[index] = UInt8.random(in: 0x7F ... .max, using: &random)
    }
  }
}
