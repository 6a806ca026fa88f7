import BookModel
import DeflateBinding
import Diagrams

extension Portfolio {
  private static let mark = Array("handpress artwork 2\n".utf8)

  /// The portfolio as bytes, with a CRC-32 over all of them at the end; the same results give the same bytes.
  package var bytes: [UInt8] {
    var coder = ByteEncoder()
    coder.add(Portfolio.mark)
    coder.add(drawings.sorted { ($0.key.source, $0.key.language) < ($1.key.source, $1.key.language) }) { coder, entry in
      coder.add(entry.key.language)
      coder.add(entry.key.source)
      coder.add(outcome: entry.value)
    }
    coder.add(formulaStamp)
    coder.add(byFormula: formulas) { coder, formula in coder.add(formula: formula) }
    coder.add(byFormula: formulaPictures) { coder, picture in coder.add(picture: picture) }
    coder.add(listingStamp)
    coder.add(listings.sorted { ($0.key.text, $0.key.language) < ($1.key.text, $1.key.language) }) { coder, entry in
      coder.add(entry.key.language)
      coder.add(entry.key.text)
      coder.add(optional: entry.value) { coder, tokens in coder.add(tokens: tokens) }
    }
    let crc = crc32(coder.bytes)
    return coder.bytes + (0..<4).map { UInt8(truncatingIfNeeded: crc >> (8 * UInt32($0))) }
  }

  /// - Returns: nil for bytes that are no portfolio, or a damaged one.
  package init?(bytes: [UInt8]) {
    guard bytes.count > 4 else { return nil }
    let content = bytes.dropLast(4)
    let written = bytes.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard crc32(Array(content)) == written else { return nil }
    var coder = ByteDecoder(content)
    do throws(ByteDecoder.Malformed) { try read(&coder) } catch { return nil }
  }

  private mutating func read(_ coder: inout ByteDecoder) throws(ByteDecoder.Malformed) {
    guard Array(try coder.content()) == Portfolio.mark else { throw ByteDecoder.Malformed() }
    for _ in 0..<(try coder.number()) {
      let diagram = Diagram(language: try coder.text(), source: try coder.text())
      drawings[diagram] = try coder.outcome()
    }
    formulaStamp = try coder.text()
    for _ in 0..<(try coder.number()) {
      let math = try coder.math()
      formulas[math] = try coder.formula()
    }
    for _ in 0..<(try coder.number()) {
      let math = try coder.math()
      formulaPictures[math] = try coder.formulaPicture()
    }
    listingStamp = try coder.text()
    for _ in 0..<(try coder.number()) {
      let listing = Listing(language: try coder.text(), text: try coder.text())
      let tokens = try coder.optional { coder throws(ByteDecoder.Malformed) in try coder.tokens(of: listing.text) }
      listings.updateValue(tokens, forKey: listing)
    }
  }
}

extension ByteEncoder {
  /// In the order of the formulas' TeX, so that the same results give the same bytes.
  fileprivate mutating func add<Made>(
    byFormula made: [InlineMath: Made], _ addMade: (inout ByteEncoder, Made) -> Void
  ) {
    add(made.sorted { ($0.key.tex, $0.key.isDisplay ? 1 : 0) < ($1.key.tex, $1.key.isDisplay ? 1 : 0) }) {
      coder, entry in
      coder.add(entry.key.tex)
      coder.add(entry.key.isDisplay ? 1 : 0)
      addMade(&coder, entry.value)
    }
  }

  fileprivate mutating func add(formula: TypesetFormula) {
    switch formula {
    case .success(let set):
      add(1)
      add(set.mathML)
      add(optional: set.plainTeX) { coder, tex in coder.add(tex) }
    case .failure(let error):
      add(0)
      add(error: error)
    }
  }

  fileprivate mutating func add(picture: DrawnFormula) {
    switch picture {
    case .success(let picture):
      add(1)
      add(picture.png)
      add(picture.width)
      add(picture.height)
      add(picture.depth)
    case .failure(let error):
      add(0)
      add(error: error)
    }
  }

  private mutating func add(error: FormulaError) {
    add(error.message)
    add(optional: error.place) { coder, place in coder.add(place) }
  }

  /// Kinds and lengths; the text is the listing's.
  fileprivate mutating func add(tokens: [CodeToken]) {
    add(tokens) { coder, token in
      coder.add(PrismScript.kinds.firstIndex(of: token.kind) ?? 0)
      coder.add(token.text.utf8.count)
    }
  }

  fileprivate mutating func add(outcome: DiagramOutcome) {
    add(optional: outcome.drawing) { coder, drawing in
      coder.add(drawing.svg)
      coder.add(drawing.width)
      coder.add(drawing.height)
      coder.add(optional: drawing.title) { coder, title in coder.add(title) }
      coder.add(drawing.alternative)
      coder.add(drawing.longDescription) { coder, statement in coder.add(statement) }
      coder.add(optional: drawing.pdf) { coder, pdf in coder.add(pdf) }
      coder.add(optional: drawing.png) { coder, png in coder.add(png) }
    }
    add(outcome.problems) { coder, problem in
      coder.add(problem.line)
      coder.add(problem.message)
      coder.add(optional: problem.help) { coder, help in coder.add(help) }
    }
  }
}

extension ByteDecoder {
  fileprivate mutating func math() throws(Malformed) -> InlineMath {
    InlineMath(tex: try text(), isDisplay: try number() == 1)
  }

  fileprivate mutating func formula() throws(Malformed) -> TypesetFormula {
    guard try number() == 1 else { return .failure(try formulaError()) }
    let mathML = try text()
    return .success(
      SetFormula(mathML: mathML, plainTeX: try optional { coder throws(Malformed) in try coder.text() }))
  }

  fileprivate mutating func formulaPicture() throws(Malformed) -> DrawnFormula {
    guard try number() == 1 else { return .failure(try formulaError()) }
    return .success(
      FormulaPicture(png: Array(try content()), width: try double(), height: try double(), depth: try double()))
  }

  private mutating func formulaError() throws(Malformed) -> FormulaError {
    let message = try text()
    return FormulaError(message: message, place: try optional { coder throws(Malformed) in try coder.text() })
  }

  fileprivate mutating func tokens(of text: String) throws(Malformed) -> [CodeToken] {
    var start = text.utf8.startIndex
    let tokens = try items { coder throws(Malformed) -> CodeToken in
      let kind = try coder.number()
      let length = try coder.number()
      guard PrismScript.kinds.indices.contains(kind), length >= 0,
        let end = text.utf8.index(start, offsetBy: length, limitedBy: text.utf8.endIndex)
      else { throw Malformed() }
      defer { start = end }
      return CodeToken(kind: PrismScript.kinds[kind], text: String(decoding: text.utf8[start..<end], as: UTF8.self))
    }
    guard start == text.utf8.endIndex else { throw Malformed() }
    return tokens
  }

  fileprivate mutating func outcome() throws(Malformed) -> DiagramOutcome {
    let drawing = try optional { coder throws(Malformed) -> Drawing in
      Drawing(
        svg: Array(try coder.content()), width: try coder.double(), height: try coder.double(),
        title: try coder.optional { coder throws(Malformed) in try coder.text() }, alternative: try coder.text(),
        longDescription: try coder.items { coder throws(Malformed) in try coder.text() },
        pdf: try coder.optional { coder throws(Malformed) in Array(try coder.content()) },
        png: try coder.optional { coder throws(Malformed) in Array(try coder.content()) })
    }
    let problems = try items { coder throws(Malformed) -> DiagramProblem in
      DiagramProblem(
        line: try coder.number(), message: try coder.text(),
        help: try coder.optional { coder throws(Malformed) in try coder.text() })
    }
    return DiagramOutcome(drawing: drawing, problems: problems)
  }
}
