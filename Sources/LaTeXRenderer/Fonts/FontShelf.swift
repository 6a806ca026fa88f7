import Synchronization

/// The fonts of a book with what each of them has; read by many threads at once.
final class FontShelf: Sendable {
  let fonts: LaTeXFonts
  private let own: [FontRole: Coverage]
  /// Of the emoji font first, then of the fallbacks; read when first asked, since those files are large.
  private let others: Mutex<[Int: Coverage?]> = Mutex([:])

  init(_ fonts: LaTeXFonts) {
    self.fonts = fonts
    var own: [FontRole: Coverage] = [:]
    for (role, family) in [(FontRole.body, fonts.body), (.sans, fonts.sans), (.mono, fonts.mono)] {
      own[role] = family?.regular.read().flatMap { Coverage($0) } ?? .everything
    }
    self.own = own
  }

  func coverage(of role: FontRole) -> Coverage { own[role] ?? .everything }

  /// Which font a character of the book is set in.
  enum Choice: Equatable, Sendable {
    case own
    case emoji
    case fallback(Int)
    /// No font has it.
    case none
  }

  func choice(for character: Character, in role: FontRole) -> Choice {
    let scalars = character.unicodeScalars.filter { !$0.isInvisible }
    guard let first = scalars.first else { return .own }
    let wantsEmoji = character.isEmoji
    if wantsEmoji, fonts.emoji != nil, other(-1)?.contains(first) == true { return .emoji }
    let coverage = coverage(of: role)
    if scalars.allSatisfy({ coverage.contains($0) }) { return .own }
    let order = fonts.fallbacks.indices.filter { fonts.fallbacks[$0].serves(first) }
    // Fonts that are made for the script before those that happen to have its letters, which may not be shaped.
    let groups = [true, false].flatMap { isOfScript in
      [true, false].map { isOfRole in
        order.filter { index in
          let font = fonts.fallbacks[index]
          return font.script.blocks.isEmpty != isOfScript && font.roles.contains(role) == isOfRole
        }
      }
    }
    for index in groups.joined() {
      if let coverage = other(index), scalars.allSatisfy({ coverage.contains($0) }) { return .fallback(index) }
    }
    if fonts.emoji != nil, !wantsEmoji, other(-1)?.contains(first) == true { return .emoji }
    return .none
  }

  /// The font of ideographs for a mark that the book's own has as well.
  func ideographs(for character: Character, in role: FontRole) -> Choice {
    let candidates = fonts.fallbacks.indices.filter { fonts.fallbacks[$0].script == .ideographs }
    let ofRole = candidates.filter { fonts.fallbacks[$0].roles.contains(role) }
    for index in ofRole + candidates {
      if let coverage = other(index), character.unicodeScalars.allSatisfy({ coverage.contains($0) }) {
        return .fallback(index)
      }
    }
    return choice(for: character, in: role)
  }

  private func other(_ index: Int) -> Coverage? {
    others.withLock { known in
      if let coverage = known[index] { return coverage }
      let file = index < 0 ? fonts.emoji : fonts.fallbacks[index].file
      let coverage = file?.read().flatMap { Coverage($0) }
      known[index] = .some(coverage)
      return coverage
    }
  }
}

/// Which fonts beside its own a text needed, and what none of them has.
struct FontNeeds: Equatable, Sendable {
  var emoji: Set<Character> = []
  /// Positions in the list of fallbacks.
  var fallbacks: Set<Int> = []
  var math = false
  /// Whether a formula has colours.
  var mathColors = false
  /// Whether something is struck out.
  var strike = false

  mutating func formUnion(_ other: FontNeeds) {
    emoji.formUnion(other.emoji)
    math = math || other.math
    mathColors = mathColors || other.mathColors
    strike = strike || other.strike
    fallbacks.formUnion(other.fallbacks)
  }
}
