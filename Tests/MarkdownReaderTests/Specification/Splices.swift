import TestSupport

/// Documents put together from pieces of the specifications' examples, and spoilt a little.
enum Splices {
  private static let sources = (SpecificationExample.commonMark + SpecificationExample.gfm).map(\.markdown)

  static func document(using random: inout SplitMix64) -> [UInt8] {
    var text: [Unicode.Scalar] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      text += piece(of: Array(random.pick(sources).unicodeScalars), using: &random)
      if random.isOnce(in: 3) { text.append("\n") }
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) { spoil(&text, using: &random) }
    let document = String(String.UnicodeScalarView(text))
    return Array((random.isOnce(in: 4) ? contained(document, using: &random) : document).utf8)
  }

  private static func piece(of example: [Unicode.Scalar], using random: inout SplitMix64) -> ArraySlice<Unicode.Scalar>
  {
    guard random.isOnce(in: 3) else { return example[...] }
    return example[range(in: example.count, using: &random)]
  }

  private static func spoil(_ text: inout [Unicode.Scalar], using random: inout SplitMix64) {
    let place = range(in: text.count, using: &random)
    let few = place.prefix(3)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: text.removeSubrange(few)
    case 1: text.insert(contentsOf: Array(text[few]), at: place.lowerBound)
    case 2: text.insert(contentsOf: random.pick(Jumbles.tokens).unicodeScalars, at: place.lowerBound)
    case 3: text.replaceSubrange(few, with: random.pick(Jumbles.tokens).unicodeScalars)
    default:
      let moved = Array(text[place])
      text.removeSubrange(place)
      text.insert(contentsOf: moved, at: Int.random(in: 0...text.count, using: &random))
    }
  }

  private static func range(in count: Int, using random: inout SplitMix64) -> Range<Int> {
    let ends = [Int.random(in: 0...count, using: &random), Int.random(in: 0...count, using: &random)].sorted()
    return ends[0]..<ends[1]
  }

  /// The document inside of a container, some of its lines left out of it.
  private static func contained(_ document: String, using random: inout SplitMix64) -> String {
    let (first, later) = random.pick([
      ("> ", "> "), (">", ">"), ("- ", "  "), ("1. ", "   "), ("10) ", "    "), ("-   ", "    "), ("* \t", "\t"),
      ("[^1]: ", "    "), ("    ", "    "), (" ", " "), ("- > ", "  > "),
    ])
    var isFirst = true
    return document.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      defer { isFirst = false }
      if isFirst { return first + line }
      return line.isEmpty || random.isOnce(in: 10) ? String(line) : later + line
    }.joined(separator: "\n")
  }
}
