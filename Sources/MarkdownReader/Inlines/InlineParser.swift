import BookModel
import SourceText

/// Reads running text into inlines (CommonMark 0.31.2, appendix "A parsing strategy", phase 2).
struct InlineParser {
  let dialect: Dialect
  let file: FileID
  let definitions: ReferenceDefinitions
  let footnoteLabels: Set<String>
  var findings = Findings()
  /// Marks the bytes that may begin something other than text.
  let special: SpecialBytes
  var text = Bytes(base: UnsafePointer(SpecialBytes.nothing), count: 0)
  var map = SourceMap()
  var position = 0
  /// Where the text began that no node holds yet.
  var textStart = 0
  var nodes: [InlineNode] = []
  var delimiters: [Delimiter] = []
  var lastDelimiter: Int32 = -1
  var brackets: [Bracket] = []
  var openTags: [OpenTag] = []
  var targets: [(destination: String, title: String?)] = []
  var tags: [JSXTag] = []
  var directives: [DirectiveHead] = []
  /// The ends of the list that is being read.
  var first: Int32 = -1
  var last: Int32 = -1
  var misses = Misses()
  var depth = 0
  var didReportNesting = false
  /// The characters of entities.
  let decoded = ByteBuffer(capacity: 64)
  let scratch = ByteBuffer()
  /// Text that was gathered from several lines.
  let gathered = ByteBuffer()

  init(dialect: Dialect, file: FileID, definitions: ReferenceDefinitions, footnoteLabels: Set<String>) {
    self.dialect = dialect
    self.file = file
    self.definitions = definitions
    self.footnoteLabels = footnoteLabels
    special = SpecialBytes(dialect)
  }

  /// Reads a text whose bytes lie where `map` says.
  mutating func parse(_ text: Bytes) -> [Inline] {
    self.text = text
    nodes.removeAll(keepingCapacity: true)
    delimiters.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    openTags.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    directives.removeAll(keepingCapacity: true)
    decoded.removeAll()
    misses = Misses(lookahead: 4 * text.count + 4096)
    lastDelimiter = -1
    first = -1
    last = -1
    readSequence(from: 0)
    return inlines(from: first, depth: depth, isInLink: false)
  }

  /// Reads from an index to the end of the text into a list of its own (`first`, `last`).
  mutating func readSequence(from start: Int) {
    position = start
    textStart = start
    let marks = special.base
    let base = text.base
    let count = text.count
    while position < count {
      if marks[Int(base[position])] == 0 {
        position += 1
        continue
      }
      readSpecial(base[position])
    }
    flushText(to: count)
    resolveDelimiters(after: -1)
    abandonTags(downTo: 0)
  }

  private mutating func readSpecial(_ byte: UInt8) {
    switch byte {
    case .lineFeed, .carriageReturn: readLineEnding()
    case .backslash: readBackslash()
    case .backtick: readCodeSpan()
    case .asterisk, .underscore, .tilde: readDelimiterRun(byte)
    case .openBracket: readOpenBracket()
    case .bang: readBang()
    case .closeBracket: readCloseBracket()
    case .ampersand: readEntity()
    case .less: readAngle()
    case .colon: readColon()
    case UInt8(ascii: "w"): readWWW()
    case .dollar: readMath()
    case .openBrace: readExpression()
    case .closeBrace: position += 1
    default: position += 1
    }
  }

  /// Makes a node of the text that waits, up to an index.
  mutating func flushText(to end: Int) {
    if end > textStart { append(InlineNode(.text, textStart, end)) }
    textStart = end
  }

  /// Appends a node to the list and goes on after it.
  @discardableResult
  mutating func add(_ node: InlineNode) -> Int32 {
    flushText(to: Int(node.start))
    position = Int(node.end)
    textStart = position
    return append(node)
  }

  @discardableResult
  mutating func append(_ node: InlineNode) -> Int32 {
    let index = Int32(nodes.count)
    nodes.append(node)
    nodes[Int(index)].previous = last
    if last >= 0 { nodes[Int(last)].next = index } else { first = index }
    last = index
    return index
  }

  /// Makes everything after a node its children.
  mutating func adoptRest(into parent: Int32) {
    let firstChild = nodes[Int(parent)].next
    guard firstChild >= 0 else { return }
    nodes[Int(parent)].firstChild = firstChild
    nodes[Int(parent)].lastChild = last
    nodes[Int(firstChild)].previous = -1
    nodes[Int(parent)].next = -1
    last = parent
  }

  func range(_ start: Int, _ end: Int) -> SourceRange { map.range(start, end, in: file) }

  /// Hard and soft line breaks (CommonMark 0.31.2 §6.7, §6.8).
  private mutating func readLineEnding() {
    let ending = position
    var end = ending
    while end > textStart, text.base[end - 1].isWhitespace { end -= 1 }
    let isHard = ending >= 2 && text.base[ending - 1] == .space && text.base[ending - 2] == .space
    flushText(to: end)
    position = ending + (text.base[ending] == .carriageReturn && text[ending + 1] == .lineFeed ? 2 : 1)
    let start = isHard ? end : ending
    let next = text.skippingSpaces(from: position)
    append(InlineNode(isHard ? .lineBreak : .softBreak, start, position))
    position = next
    textStart = next
  }

  /// Backslash escapes (CommonMark 0.31.2 §2.4) and hard line breaks.
  private mutating func readBackslash() {
    let next = text[position + 1]
    if position + 1 < text.count, next.isLineEnding {
      let length = next == .carriageReturn && text[position + 2] == .lineFeed ? 3 : 2
      add(InlineNode(.lineBreak, position, position + length))
      position = text.skippingSpaces(from: position)
      textStart = position
    } else if position + 1 < text.count, next.isPunctuation {
      flushText(to: position)
      textStart = position + 1
      position += 2
    } else {
      position += 1
    }
  }

  private mutating func readEntity() {
    let start = decoded.count
    guard let end = text.decodeEntity(at: position, into: decoded) else {
      position += 1
      return
    }
    var node = InlineNode(.entity, position, end)
    node.innerStart = Int32(start)
    node.innerEnd = Int32(decoded.count)
    add(node)
  }
}

/// What was looked for to the end of a text and not found, so that no input is searched twice for it.
struct Misses {
  var codeSpans: UInt64 = 0
  var math: UInt64 = 0
  var comments = false
  var instructions = false
  var declarations = false
  var sections = false
  var shortcodes = false
  /// Bytes that look-ahead for braces and tags may still scan in vain.
  var lookahead = 0
}

/// A table of the bytes that stop the search for the end of plain text.
final class SpecialBytes: Sendable {
  /// 256 bytes: 0 for plain text.
  nonisolated(unsafe) let base: UnsafeMutablePointer<UInt8>
  nonisolated(unsafe) static let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

  init(_ dialect: Dialect) {
    base = .allocate(capacity: 256)
    base.initialize(repeating: 0, count: 256)
    for byte in "\n\r\\`*_[]!&<".utf8 { base[Int(byte)] = 1 }
    if dialect.has(.strikethrough) { base[Int(UInt8.tilde)] = 1 }
    if dialect.has(.autolinks) { for byte in ":w".utf8 { base[Int(byte)] = 1 } }
    if dialect.has(.directives) { base[Int(UInt8.colon)] = 1 }
    if dialect.has(.math) { base[Int(UInt8.dollar)] = 1 }
    if dialect.has(.mdx) { base[Int(UInt8.openBrace)] = 1 }
  }

  deinit { base.deallocate() }
}
