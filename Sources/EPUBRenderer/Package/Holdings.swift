/// Counts of what a book holds, for its accessibility metadata.
struct Holdings: Equatable, Sendable {
  var headings = 0
  var images = 0
  var imagesWithoutAlternative = 0
  /// Formulas in MathML, and those that could only be given as their TeX.
  var formulas = 0
  var formulasAsTeX = 0
  var diagrams = 0
  var footnotes = 0

  static func + (a: Holdings, b: Holdings) -> Holdings {
    var sum = a
    sum.headings += b.headings
    sum.images += b.images
    sum.imagesWithoutAlternative += b.imagesWithoutAlternative
    sum.formulas += b.formulas
    sum.formulasAsTeX += b.formulasAsTeX
    sum.diagrams += b.diagrams
    sum.footnotes += b.footnotes
    return sum
  }
}
