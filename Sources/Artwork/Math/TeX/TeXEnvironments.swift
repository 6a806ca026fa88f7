extension PrintableTeX {
  /// What an environment is called inside a display of LaTeX, where `align` and its like may not stand; "" for one
  /// that is a group there.
  private static let environmentNames: [String: String] = [
    "aligned": "aligned", "align": "aligned", "align*": "aligned", "split": "aligned", "gathered": "gathered",
    "gather": "gathered", "gather*": "gathered", "alignat": "alignedat", "alignat*": "alignedat",
    "alignedat": "alignedat", "equation": "", "equation*": "", "cases": "cases", "dcases": "dcases",
    "rcases": "rcases", "drcases": "drcases", "array": "array", "darray": "array", "matrix": "matrix",
    "pmatrix": "pmatrix", "bmatrix": "bmatrix", "Bmatrix": "Bmatrix", "vmatrix": "vmatrix", "Vmatrix": "Vmatrix",
    "matrix*": "matrix*", "pmatrix*": "pmatrix*", "bmatrix*": "bmatrix*", "Bmatrix*": "Bmatrix*",
    "vmatrix*": "vmatrix*", "Vmatrix*": "Vmatrix*", "smallmatrix": "smallmatrix", "subarray": "subarray",
  ]

  /// `\begin{aligned} … \end{aligned}`
  mutating func environment() throws(TeXRefusal) {
    let name = try plainGroup()
    guard let printed = PrintableTeX.environmentNames[name] else {
      throw TeXRefusal(reason: "LaTeX has no `\(name)` in a formula")
    }
    let arguments = try arguments(of: printed)
    environments.append(printed)
    write(printed.isEmpty ? "{" : "\\begin{\(printed)}\(arguments) ")
    try list(until: .environment(name))
    write(printed.isEmpty ? "}" : "\\end{\(printed)}")
    environments.removeLast()
  }

  /// `{c|rr}`, `{2}`, `[r]`
  private mutating func arguments(of environment: String) throws(TeXRefusal) -> String {
    switch environment {
    case "array":
      let columns = try plainGroup().map { $0 == ":" ? "|" : $0 }.filter { $0 != " " }
      guard columns.allSatisfy({ "lcr|".contains($0) }), columns.count < 100 else {
        throw TeXRefusal(reason: "its columns are not understood")
      }
      return "{\(String(columns))}"
    case "subarray", "alignedat":
      let argument = try plainGroup().filter { $0 != " " }
      guard argument.utf8.count <= 2, argument.utf8.allSatisfy({ (48...57).contains($0) || $0 == 108 || $0 == 99 })
      else { throw TeXRefusal(reason: "its columns are not understood") }
      return "{\(argument)}"
    case _ where environment.hasSuffix("*"):
      guard let column = try optional() else { return "" }
      guard ["l", "c", "r"].contains(column) else { throw TeXRefusal(reason: "its columns are not understood") }
      return "[\(column)]"
    default:
      return ""
    }
  }
}
