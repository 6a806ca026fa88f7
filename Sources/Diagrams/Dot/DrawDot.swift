/// Draws a graph in Graphviz's language, in our own style.
func drawDot(_ text: String, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  let (chart, found) = DotParser.parse(text)
  problems += found
  var sheet = draw(chart, line: 1, problems: &problems, bench: bench)
  sheet?.kind = "Graph"
  return sheet
}
