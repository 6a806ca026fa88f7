import BookModel
import JavaScriptBinding
import SourceText

/// A formula as MathML, or what KaTeX says of one that it cannot read.
typealias TypesetFormula = Result<String, FormulaError>

struct FormulaError: Error, Equatable {
  var message: String
  /// The part of the formula where KaTeX stopped, where known.
  var place: String?
}

/// KaTeX in engines of its own: formulas to MathML.
struct FormulaTypesetter: Sendable {
  /// Where Debian's libjs-katex puts it, from `/usr/share`.
  static let libraryPath = "javascript/katex/katex.min.js"
  /// Seconds of CPU time for loading, and for every thousand formulas besides.
  private static let timeLimit = 10.0

  let library: [UInt8]
  let macros: [MathMacro]

  /// - Throws: `MissingLibrary` when KaTeX is not installed.
  init(libraries: any World, macros: [MathMacro]) throws(MissingLibrary) {
    guard let library = try? libraries.read(FormulaTypesetter.libraryPath) else { throw .katex }
    self.library = library
    self.macros = macros
  }

  /// The results in the order of the formulas, by one engine.
  ///
  /// When one of them sends KaTeX round for ever, it is found by halving, and has the limit for its error.
  func typeset(_ formulas: [InlineMath]) throws(MissingLibrary) -> [TypesetFormula] {
    guard !formulas.isEmpty else { return [] }
    do throws(JavaScriptError) {
      let engine = try JavaScriptEngine()
      try engine.load(library, name: "katex")
      try engine.load(Array(KaTeXScript.source.utf8), name: "typeset")
      let limit = FormulaTypesetter.timeLimit * (1 + Double(formulas.count) / 1000)
      let answer = try engine.call("typeset", with: request(formulas), timeLimit: limit)
      let records = answer.utf8.split(separator: 1, omittingEmptySubsequences: false)
      guard records.count == formulas.count else { return formulas.map { _ in .failure(.unanswered) } }
      return records.map(FormulaTypesetter.result)
    } catch {
      switch error {
      case .libraryMissing: throw .javaScriptCore
      case .exception(let exception): return formulas.map { _ in .failure(FormulaError(message: exception.message)) }
      case .limitReached:
        guard formulas.count > 1 else { return [.failure(.limit)] }
        let middle = formulas.count / 2
        return try typeset(Array(formulas[..<middle])) + typeset(Array(formulas[middle...]))
      }
    }
  }

  private static func result(_ record: Substring.UTF8View) -> TypesetFormula {
    let fields = record.dropFirst().split(separator: 2).map { String(decoding: $0, as: UTF8.self) }
    let text = fields.first ?? ""
    guard record.first != UInt8(ascii: "m") else { return .success(text) }
    return .failure(FormulaError(message: text, place: fields.count > 1 ? fields[1] : nil))
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
