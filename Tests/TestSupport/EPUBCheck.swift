import Foundation
import Testing

/// The W3C's checker of EPUB files, which `Tests/Checks/install.sh` installs.
package enum EPUBCheck {
  private static let jar = SharedData.checkout.appending(path: ".build-checks/epubcheck.jar").resolvingSymlinksInPath()
  private static let isRequired = ProcessInfo.processInfo.environment["HANDPRESS_REQUIRE_CHECKS"] == "1"

  /// Whether to run: it is installed, or its absence shall fail the test (as in `make test`).
  package static let isPresent = FileManager.default.fileExists(atPath: jar.path()) || isRequired
  package static let absence: Comment = "skipped: epubcheck is not installed; `make test` installs it"

  /// What the checker says of a book, a line a message, usage notes included; empty when there is nothing to say.
  package static func messages(about book: URL) throws -> [String] {
    let run = try Program.run(
      URL(filePath: "/usr/bin/env"), ["java", "-jar", jar.path(), "--usage", book.path()])
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(
      lines.contains { $0.hasPrefix("Messages: ") }, "epubcheck did not run: \(lines.joined(separator: "\n"))")
    let levels = ["FATAL", "ERROR", "WARNING", "INFO", "USAGE"]
    return lines.filter { line in levels.contains { line.hasPrefix($0 + "(") } }
  }
}
