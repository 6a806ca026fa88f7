import Testing

@testable import LaTeXRenderer

@Suite struct ColumnWidthsTests {
  private func need(_ least: Double, _ best: Double) -> ContentWidth {
    var width = ContentWidth()
    (width.least, width.best) = (least, best)
    return width
  }

  /// Two columns are settled with what they like, and what is left is less than the third must have.
  @Test func columnsAreNeverWiderThanTheLineTogether() throws {
    let needs = [need(50, 110), need(200, 202), need(70, 74), need(30, 34)]
    let widths = try #require(ColumnWidths.widths(needs, available: 360))
    #expect(widths.reduce(0, +) <= 360.001)
    for (width, need) in zip(widths, needs) { #expect(width >= need.least) }
  }

  @Test func whatFitsHasTheWidthOfItsContent() throws {
    let widths = try #require(ColumnWidths.widths([need(20, 40), need(30, 60)], available: 400))
    #expect(widths == [42, 62])
  }

  @Test func wordsThatDoNotFitAreToldOf() {
    #expect(ColumnWidths.widths([need(200, 200), need(201, 201)], available: 400) == nil)
  }

  @Test func aFormulaIsMeasuredByItsSigns() {
    #expect(MathWidth.estimate("x^{2}") == MathWidth.estimate("x2"))
    #expect(MathWidth.estimate("\\operatorname{softmax}") < MathWidth.estimate("\\operatorname{softmax}(a + b)"))
  }
}
