import Testing

@testable import Diagrams

/// Mermaid documentation, "Math".
@Suite struct FormulaTests {
  /// Runs as text, what is raised or lowered with `^` or `_` before it.
  private func line(_ tex: String) -> String { Label(lines: [Formula.runs(tex)]).plainText }

  @Test(arguments: [
    (#"\frac{1}{2}+1=\frac{3}{2}"#, "1/2 + 1 = 3/2"),
    (#"\frac{-b\pm\sqrt{b^2-4ac}}{2a}"#, "(−b ± √(b^2 − 4ac))/(2a)"),
    (#"\sqrt[3]{x}"#, "^3√x"),
    (#"\lim_{x\rightarrow0}\frac{1}{x}"#, "lim_x_→01/x"),
    (#"\begin{bmatrix}a & b\\ c & d\end{bmatrix}"#, "[a b; c d]"),
    (#"\text{if } \alpha \ne \hat{f}"#, "if α ≠ f\u{302}"),
    (#"\unknown{x}"#, #"\unknownx"#),
    ("x^{y^{z", "x^yz"), ("", ""), (#"\"#, ""), (#"\frac"#, "/"), ("}{", ""),
  ]) func linesOfLetters(tex: String, expected: String) {
    #expect(line(tex) == expected)
  }

  @Test func deepNestingIsPassedOver() {
    #expect(line(String(repeating: "{", count: 10_000) + "x").isEmpty)
    #expect(line(String(repeating: "^", count: 500) + "x").contains("x"))
  }

  @Test func standInLabels() {
    let drawing = DrawingText("flowchart LR\n A[\"Is $$x^2$$ even?\"] -->|costs $5| B")
    #expect(drawing.texts == ["Is", "x", "2", "even?", "B", "costs $5"])
    #expect(drawing.svg.contains("font-style=\"italic\""))
  }

  @Test("A word in two styles is not broken within") func wordsHoldTogether() {
    let label = TextMeasure().set(LabelMarkup.label("`aaaa bbbb **cc**dd`"), TextStyle(), width: 80)
    #expect(label.lines.map { $0.map(\.text) } == [["aaaa bbbb"], ["cc", "dd"]])
  }
}
