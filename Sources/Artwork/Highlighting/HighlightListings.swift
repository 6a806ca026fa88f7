import BookModel
import JavaScriptBinding
import SourceText

/// Prism in an engine of its own: listings to tokens.
struct Highlighter {
  /// Why a listing has no tokens.
  enum Failure: Error, Equatable {
    /// Prism has no grammar of the language, or the grammar fails: such code is plain, as on the site.
    case plain
    /// The grammar was still at it when its time was up.
    case limit
  }

  /// Seconds of CPU time for the listings of one call, and for one listing alone.
  private static let timeLimit = (many: 4.0, one: 2.0)
  /// About how many bytes of code one call is given.
  private static let callSize = 100_000
  /// How often a grammar may reach the limit before it is given no more code.
  private static let patience = 2

  private let libraries: any World
  private let grammars: Grammars
  private var engine: JavaScriptEngine?
  private var failures: [String: Int] = [:]

  /// - Throws: `MissingLibrary` when Prism is not installed.
  init(libraries: any World) throws(MissingLibrary) {
    self.libraries = libraries
    grammars = try Grammars(libraries: libraries)
  }

  /// The tokens of each listing, in order; joined, they are its text.
  mutating func highlight(_ listings: [Listing]) throws(MissingLibrary) -> [Result<[CodeToken], Failure>] {
    var results: [Result<[CodeToken], Failure>] = listings.map { _ in .failure(.plain) }
    let requests = listings.enumerated().compactMap { index, listing in
      grammars.grammar(of: listing.language).map { Request(index: index, grammar: $0, text: listing.text) }
    }
    let wanted = Set(requests.map(\.grammar)).sorted()
    for call in requests.divided(by: Highlighter.callSize) {
      let lines = try answer(to: call, grammars: wanted, timeLimit: Highlighter.timeLimit.many)
      guard let lines else {
        for request in call { results[request.index] = try alone(request, grammars: wanted) }
        continue
      }
      for (request, line) in zip(call, lines) { results[request.index] = request.tokens(line) }
    }
    return results
  }

  private mutating func alone(
    _ request: Request, grammars wanted: [String]
  ) throws(MissingLibrary) -> Result<[CodeToken], Failure> {
    guard failures[request.grammar, default: 0] < Highlighter.patience else { return .failure(.limit) }
    guard let lines = try answer(to: [request], grammars: wanted, timeLimit: Highlighter.timeLimit.one) else {
      failures[request.grammar, default: 0] += 1
      return .failure(.limit)
    }
    return request.tokens(lines[0])
  }

  /// One line a request; nil when the limit was reached.
  private mutating func answer(
    to requests: [Request], grammars wanted: [String], timeLimit: Double
  ) throws(MissingLibrary) -> [Substring.UTF8View]? {
    do throws(JavaScriptError) {
      let engine = try started(wanted)
      let list = requests.map { Value.array([.string($0.grammar), .string($0.text)]) }
      let answer = try engine.call("highlight", with: Value.array(list).json, timeLimit: timeLimit)
      let lines = answer.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return lines.count == requests.count ? lines : nil
    } catch {
      engine = nil
      switch error {
      case .libraryMissing: throw .javaScriptCore
      case .exception: throw .prism
      case .limitReached: return nil
      }
    }
  }

  private mutating func started(_ wanted: [String]) throws(JavaScriptError) -> JavaScriptEngine {
    if let engine { return engine }
    let made = try JavaScriptEngine()
    var script = Array(PrismScript.prelude.utf8)
    for file in ["\(Grammars.folder)/components/prism-core.min.js"] + grammars.files(for: wanted) {
      guard let bytes = try? libraries.read(file) else { continue }
      script += Array(";\n".utf8) + bytes
    }
    try made.load(script, name: "prism")
    try made.load(Array(PrismScript.source.utf8), name: "highlight")
    engine = made
    return made
  }
}

/// One listing on its way to Prism.
private struct Request {
  /// Its place among the listings.
  var index: Int
  var grammar: String
  var text: String

  /// The text cut as Prism says.
  func tokens(_ line: Substring.UTF8View) -> Result<[CodeToken], Highlighter.Failure> {
    var tokens: [CodeToken] = []
    let units = text.utf16
    var start = units.startIndex
    var fields = line.split(separator: UInt8(ascii: ",")).makeIterator()
    while let kind = fields.next().flatMap(number), let length = fields.next().flatMap(number) {
      guard PrismScript.kinds.indices.contains(kind),
        let end = units.index(start, offsetBy: length, limitedBy: units.endIndex),
        let piece = String(units[start..<end])
      else { return .failure(.plain) }
      tokens.append(CodeToken(kind: PrismScript.kinds[kind], text: piece))
      start = end
    }
    return start == units.endIndex && !tokens.isEmpty ? .success(tokens) : .failure(.plain)
  }

  private func number(_ digits: Substring.UTF8View) -> Int? { Int(Substring(digits)) }
}

extension [Request] {
  /// In order, each part of at most about `size` bytes of code.
  fileprivate func divided(by size: Int) -> [[Request]] {
    var parts: [[Request]] = []
    var room = 0
    for request in self {
      if room <= 0 {
        parts.append([])
        room = size
      }
      parts[parts.count - 1].append(request)
      room -= request.text.utf8.count
    }
    return parts
  }
}
