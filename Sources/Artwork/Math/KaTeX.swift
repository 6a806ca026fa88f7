import BookModel
import JavaScriptBinding
import SourceText

/// What is wrong with a formula.
struct FormulaError: Error, Equatable {
  var message: String
  /// The part of the formula where KaTeX stopped, where known.
  var place: String?
}

/// KaTeX in engines of its own.
struct KaTeX: Sendable {
  /// Where Debian's libjs-katex puts it, from `/usr/share`.
  static let libraryPath = "javascript/katex/katex.min.js"
  private static let chemistryPath = "javascript/katex/contrib/mhchem.js"
  /// Seconds of CPU time for loading, and for every thousand formulas besides.
  private static let timeLimit = 10.0

  /// What is made of formulas, by a function of a script beside KaTeX.
  enum Purpose: String {
    case typeset, boxes

    var script: String { self == .typeset ? KaTeXScript.source : BoxScript.source }
  }

  private let library: [UInt8]
  /// mhchem; nil where the machine has it not.
  private let chemistry: [UInt8]?
  private let macros: [MathMacro]

  /// - Throws: `MissingLibrary` when KaTeX is not installed.
  init(libraries: any World, macros: [MathMacro]) throws(MissingLibrary) {
    guard let library = try? libraries.read(KaTeX.libraryPath) else { throw .katex }
    self.library = library
    chemistry = try? libraries.read(KaTeX.chemistryPath)
    self.macros = macros
  }

  /// What the function gives for each formula, in their order, by one engine.
  ///
  /// When one of them sends KaTeX round for ever, it is found by halving, and has the limit for its error.
  func call(
    _ purpose: Purpose, _ formulas: [InlineMath]
  ) throws(MissingLibrary) -> [Result<Substring.UTF8View, FormulaError>] {
    guard !formulas.isEmpty else { return [] }
    do throws(JavaScriptError) {
      let engine = try engine(for: purpose, formulas)
      let limit = KaTeX.timeLimit * (1 + Double(formulas.count) / 1000)
      let answer = try engine.call(purpose.rawValue, with: request(formulas), timeLimit: limit)
      let records = answer.utf8.split(separator: 1, omittingEmptySubsequences: false)
      guard records.count == formulas.count else { return formulas.map { _ in .failure(.unanswered) } }
      return records.map(KaTeX.result)
    } catch {
      switch error {
      case .libraryMissing: throw .javaScriptCore
      case .exception(let exception): return formulas.map { _ in .failure(FormulaError(message: exception.message)) }
      case .limitReached:
        guard formulas.count > 1 else { return [.failure(.limit)] }
        let middle = formulas.count / 2
        return try call(purpose, Array(formulas[..<middle])) + call(purpose, Array(formulas[middle...]))
      }
    }
  }

  private func engine(for purpose: Purpose, _ formulas: [InlineMath]) throws(JavaScriptError) -> JavaScriptEngine {
    let engine = try JavaScriptEngine()
    try engine.load(library, name: "katex")
    if let chemistry, formulas.contains(where: \.hasChemistry) || macros.contains(where: { $0.body.hasChemistry }) {
      try engine.load(Array(ChemistryScript.source.utf8), name: "chemistry")
      try engine.load(chemistry, name: "mhchem")
    }
    try engine.load(Array(purpose.script.utf8), name: purpose.rawValue)
    return engine
  }

  /// A record is `e`, the message, and after U+0002 the place; or another letter and what was made.
  private static func result(_ record: Substring.UTF8View) -> Result<Substring.UTF8View, FormulaError> {
    let content = record.dropFirst()
    guard record.first == UInt8(ascii: "e") else { return .success(content) }
    let fields = content.split(separator: 2).map { String(decoding: $0, as: UTF8.self) }
    return .failure(FormulaError(message: fields.first ?? "", place: fields.count > 1 ? fields[1] : nil))
  }

  private func request(_ formulas: [InlineMath]) -> String {
    let definitions = macros.map { Value.Member($0.name, .string($0.body)) }
    let list = formulas.map { Value.array([.string($0.tex), .bool($0.isDisplay)]) }
    return Value.object([Value.Member("macros", .object(definitions)), Value.Member("formulas", .array(list))]).json
  }
}

extension FormulaError {
  static let limit = FormulaError(message: "it takes longer than a formula may")
  static let unanswered = FormulaError(message: "KaTeX gave no answer")
}
