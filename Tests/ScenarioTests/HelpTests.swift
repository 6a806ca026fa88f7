import Foundation
import TestSupport
import Testing

/// The command line's help is what its golden file says; `UPDATE_GOLDEN=1` rewrites that.
@Suite struct HelpTests {
  @Test func theHelpIsWhatItWas() throws {
    let golden = SharedData.checkout.appending(path: "Tests/ScenarioTests/Golden/help.txt")
    let run = try Program.handpress(["build", "--help"], in: SharedData.checkout, environment: ["COLUMNS": "80"])
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(run.output.utf8).write(to: golden)
    }
    #expect(run.output == (try String(contentsOf: golden, encoding: .utf8)))
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ["build", "--workers", "0"], ["build", "--to", "mobi"], ["build", "--paper", "A9"], ["bild", "x", "y"],
    ["--limit", "-1"],
  ])
  func aWrongCommandLineIsStatus64(_ arguments: [String]) throws {
    #expect(try Program.handpress(arguments, in: SharedData.checkout).status == 64)
  }
}
