import BookModel
import SourceText

/// The inlines of one leaf's text (CommonMark 0.31.2 §6, phase 2 of its parsing strategy).
struct InlineParser {
  private(set) var text: Bytes
  private(set) var gathered: GatheredText
  let dialect: Dialect
  let file: FileID
  let references: ReferenceMap
  let footnotes: FootnoteMap
  let isMDX: Bool
  private let specials: SpecialBytes
  var pieces: [Piece] = []
  var first = -1
  var last = -1
  var delimiters: [Delimiter] = []
  var lastDelimiter = -1
  var brackets: [Bracket] = []
  var position = 0
  /// Which runs of backticks the text holds, once one was met.
  var backticks: BacktickRuns?
  /// Constructs whose end was looked for in vain: nothing behind needs to look again.
  var failed = FailedSearches()
  let scratch = ByteBuffer(capacity: 64)
  /// Open tags as they are written, by their place in the file.
  var writtenTags: [UInt32: String] = [:]
  var findings = Findings()

  /// A parser for any number of leaves of one page.
  init(for page: BlockParser) {
    gathered = GatheredText(0..<0, of: page.bytes)
    text = gathered.bytes
    dialect = page.dialect
    file = page.file
    references = page.references
    footnotes = page.footnotes
    isMDX = page.isMDX
    specials = SpecialBytes(page.dialect)
  }

  mutating func inlines(of leaf: GatheredText) -> [Inline] {
    restart(with: leaf)
    while position < text.count {
      let plainEnd = specials.nextSpecial(in: text, from: position)
      if plainEnd > position {
        appendText(position, plainEnd)
        position = plainEnd
        if position >= text.count { break }
      }
      readSpecial(text.base[position])
    }
    processEmphasis(downTo: -1)
    return assembled()
  }

  private mutating func restart(with leaf: GatheredText) {
    gathered = leaf
    text = leaf.bytes
    pieces.removeAll(keepingCapacity: true)
    delimiters.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    (first, last, lastDelimiter, position) = (-1, -1, -1, 0)
    backticks = nil
    failed = FailedSearches()
  }

  private mutating func readSpecial(_ byte: UInt8) {
    let isRead: Bool
    switch byte {
    case .lineFeed: isRead = readLineEnding()
    case .backslash: isRead = readEscape()
    case .ampersand: isRead = readCharacterReference()
    case .backtick: isRead = readCodeSpan()
    case .asterisk, .underscore, .tilde: isRead = readDelimiterRun(byte)
    case .openBracket: isRead = openBracket(isImage: false)
    case .bang: isRead = text[position + 1] == .openBracket && position + 1 < text.count && openBracket(isImage: true)
    case .closeBracket: isRead = closeBracket()
    case .less: isRead = readAngle()
    case .dollar: isRead = readMath()
    case .openBrace: isRead = readExpression()
    case .colon: isRead = readBareURL() || readTextDirective()
    case UInt8(ascii: "w"), UInt8(ascii: "W"): isRead = readBareHost()
    case .at: isRead = readBareEmail()
    default: isRead = false
    }
    if !isRead {
      appendText(position, position + 1)
      position += 1
    }
  }

  func sourceRange(_ start: Int, _ end: Int) -> SourceRange {
    let from = gathered.sourceOffset(of: start)
    let to = end > start ? gathered.sourceOffset(of: end - 1) + 1 : from
    return SourceRange(file: file, from..<max(from, to))
  }
}

// MARK: - The list of pieces

extension InlineParser {
  @discardableResult
  mutating func append(_ kind: Piece.Kind, _ start: Int, _ end: Int) -> Int {
    let index = pieces.count
    pieces.append(Piece(kind: kind, start: start, end: end, previous: last))
    if last >= 0 { pieces[last].next = index } else { first = index }
    last = index
    return index
  }

  /// Adds plain text, joined to plain text that ends where it begins.
  mutating func appendText(_ start: Int, _ end: Int) {
    guard start < end else { return }
    if last >= 0, case .text = pieces[last].kind, pieces[last].end == start, !isBracket(last) {
      pieces[last].end = end
    } else {
      append(.text, start, end)
    }
  }

  private func isBracket(_ piece: Int) -> Bool { brackets.last?.piece == piece }

  /// Makes the pieces between two others the children of a new one, which takes their place.
  mutating func wrap(_ kind: Piece.Kind, after opener: Int, before closer: Int, _ start: Int, _ end: Int) {
    let index = pieces.count
    var wrapped = Piece(kind: kind, start: start, end: end, previous: opener, next: closer)
    let firstInside = pieces[opener].next
    if firstInside != closer {
      wrapped.firstChild = firstInside
      wrapped.lastChild = closer >= 0 ? pieces[closer].previous : last
      pieces[wrapped.firstChild].previous = -1
      pieces[wrapped.lastChild].next = -1
    }
    pieces.append(wrapped)
    pieces[opener].next = index
    if closer >= 0 { pieces[closer].previous = index } else { last = index }
  }

  mutating func unlink(_ piece: Int) {
    let (previous, next) = (pieces[piece].previous, pieces[piece].next)
    if previous >= 0 { pieces[previous].next = next } else { first = next }
    if next >= 0 { pieces[next].previous = previous } else { last = previous }
  }
}

/// The bytes at which something may begin, in one dialect.
struct SpecialBytes {
  private let low: UInt64
  private let high: UInt64

  init(_ dialect: Dialect) {
    var bytes: [UInt8] = [
      .lineFeed, .backslash, .ampersand, .backtick, .asterisk, .underscore, .openBracket, .closeBracket, .bang, .less,
    ]
    if dialect.has(.strikethrough) { bytes.append(.tilde) }
    if dialect.has(.math) { bytes.append(.dollar) }
    if dialect.has(.mdx) { bytes.append(.openBrace) }
    if dialect.has(.directives) || dialect.has(.autolinks) { bytes.append(.colon) }
    if dialect.has(.autolinks) { bytes += [.at, UInt8(ascii: "w"), UInt8(ascii: "W")] }
    var (low, high): (UInt64, UInt64) = (0, 0)
    for byte in bytes {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    (self.low, self.high) = (low, high)
  }

  @inline(__always)
  func nextSpecial(in text: Bytes, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let byte = text.base[index]
      if byte < 128 {
        let isSpecial = byte < 64 ? low >> UInt64(byte) & 1 : high >> UInt64(byte & 63) & 1
        if isSpecial != 0 { return index }
      }
      index += 1
    }
    return index
  }
}

/// What was looked for to the end of the text and is not there.
struct FailedSearches {
  var comment = false
  var instruction = false
  var cdata = false
  var declaration = false
  var dollars = false
}
