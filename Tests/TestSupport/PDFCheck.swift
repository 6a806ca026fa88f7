import Foundation
import Testing

/// Our checker of tagged PDFs, `Tests/Checks/check_pdf.py`, which stands on pikepdf and fontTools.
package enum PDFCheck {
  private static let python = SharedData.checkout.appending(path: ".build-checks/venv/bin/python")
  private static let script = SharedData.checkout.appending(path: "Tests/Checks/check_pdf.py")
  private static let mark = SharedData.checkout.appending(path: ".build-checks/fonttools")

  /// Whether to run: it is installed, or its absence shall fail the test (as in `make test`).
  package static let isPresent =
    FileManager.default.fileExists(atPath: mark.path())
    || ProcessInfo.processInfo.environment["HANDPRESS_REQUIRE_CHECKS"] == "1"
  package static let absence: Comment = "skipped: fontTools is not installed; `make test` installs it"

  /// What the checker says of a file: a line a rule that is broken, or a line that counts what is well.
  package static func verdict(on file: URL) throws -> String { try run([file.path()]) }

  /// The structure tree, an element a line.
  package static func outline(of file: URL) throws -> String { try run([file.path(), "--outline"]) }

  /// What the checker misses when a good file is broken in one way after another.
  package static func missedBreaks(of file: URL) throws -> String {
    let script = SharedData.checkout.appending(path: "Tests/Checks/breakages.py")
    return try Program.run(python, [script.path(), file.path()]).output
  }

  /// What is wrong with outline, links and labels of a file of any engine, a line each, and a line that counts them.
  package static func navigation(of file: URL) throws -> String {
    let script = SharedData.checkout.appending(path: "Tests/Checks/navigation.py")
    return try Program.run(python, [script.path(), file.path()]).output
  }

  /// What stands in the wrong place on the pages of a file, a line each; nothing when all is well.
  package static func misplaced(in file: URL) throws -> String {
    let script = SharedData.checkout.appending(path: "Tests/Checks/places.py")
    return try Program.run(python, [script.path(), file.path()]).output
  }

  private static func run(_ arguments: [String]) throws -> String {
    try Program.run(python, [script.path()] + arguments).output
  }
}
