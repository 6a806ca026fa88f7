import BookModel
import SourceText

/// A formula as MathML, or what KaTeX says of one that it cannot read.
typealias TypesetFormula = Result<SetFormula, FormulaError>

struct SetFormula: Equatable, Sendable {
  var mathML: String
  /// The formula without the commands of mhchem, which KaTeX works out and LaTeX does not know; nil where it has none.
  var plainTeX: String?
}

extension KaTeX {
  /// The formulas in MathML, in their order.
  func typeset(_ formulas: [InlineMath]) throws(MissingLibrary) -> [TypesetFormula] {
    try call(.typeset, formulas).map { result in
      result.map { record in
        let fields = record.split(separator: 2).map { String(decoding: $0, as: UTF8.self) }
        return SetFormula(mathML: fields.first ?? "", plainTeX: fields.count > 1 ? fields[1] : nil)
      }
    }
  }
}
