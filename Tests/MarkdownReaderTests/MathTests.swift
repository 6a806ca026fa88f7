import MarkdownReader
import Testing

struct MathTests {
  private func reading(_ text: String) -> Reading { Reading(text) { $0.rules.hasMath = true } }

  @Test func dollarsAreTextUnlessTheSiteHasMathematics() {
    #expect(Reading("$a$ and $5").outline == "p($a$ and $5)")
  }

  @Test func formulasStandInText() {
    #expect(reading("a $x_1 * y_2$ b").outline == "p(a math(x_1 * y_2) b)")
    #expect(reading("$a\\$b$ \\$5").outline == "p(math(a\\$b) $5)")
    #expect(reading("a $$x$$ b").outline == "p(a display(x) b)")
    #expect(reading("only $5").outline == "p(only $5)")
  }

  @Test func displaysStandAlone() {
    #expect(reading("$$\na\n\nb\n$$\nc").outline == "math(a\n\nb) p(c)")
    #expect(reading("$$x$$").outline == "math(x)")
    #expect(reading("- $$\n  {a}\n  $$").outline == "tight(item(math({a})))")
  }

  @Test func bracesInFormulasAreNoExpressions() {
    #expect(reading("$\\frac{a}{b}$").outline == "p(math(\\frac{a}{b}))")
  }

  @Test func mathFencesNeedNoSetting() {
    #expect(Reading("```math\nx\n```").outline == "math(x)")
  }

  @Test func unclosedDisplaysAreReported() {
    let reading = reading("$$\nx\n")
    #expect(reading.outline == "math(x)")
    #expect(reading.ids == [.fenceUnclosed])
  }
}
