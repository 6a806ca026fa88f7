/// Counts of what a book holds, for its accessibility metadata.
struct Holdings: Equatable, Sendable {
  var headings = 0
  var images = 0
  var imagesWithoutAlternative = 0
  /// Formulas in MathML, and those that could only be given as their TeX.
  var formulas = 0
  var formulasAsTeX = 0
  /// Formulas that are pictures, with their TeX as alternative.
  var formulasAsPictures = 0
  /// Diagrams that are drawn, those of them with a long description, and those given as their source.
  var drawings = 0
  var longDescriptions = 0
  var diagramsAsSource = 0
  var footnotes = 0

  static func + (a: Holdings, b: Holdings) -> Holdings {
    var sum = a
    sum.headings += b.headings
    sum.images += b.images
    sum.imagesWithoutAlternative += b.imagesWithoutAlternative
    sum.formulas += b.formulas
    sum.formulasAsTeX += b.formulasAsTeX
    sum.formulasAsPictures += b.formulasAsPictures
    sum.drawings += b.drawings
    sum.longDescriptions += b.longDescriptions
    sum.diagramsAsSource += b.diagramsAsSource
    sum.footnotes += b.footnotes
    return sum
  }
}
