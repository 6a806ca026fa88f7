import ArgumentParser
import BookCompiler
import Foundation

/// `handpress audit`: what a book makes of a site's own components.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the components that the site made itself, and what a book makes of them.",
    discussion: """
      The list ends with a map of the components that can be put into book.yml and edited. Nothing is written to \
      the disk.
      """)

  @Argument(help: "The handbook's folder.", completion: .directory)
  var path = "content"

  @Flag(help: "Look at drafts too.")
  var drafts = false

  @Option(help: "How to write the list and diagnostics: human, short or json.")
  var diagnostics: DiagnosticFormat = .human

  @Option(help: ArgumentHelp("Write out at most this many places of a component; 0 for all.", valueName: "n"))
  var limit = 8

  @Option(help: ArgumentHelp("Treat a diagnostic as an error. May be repeated.", valueName: "id"))
  var deny: [String] = []

  @Option(help: ArgumentHelp("How many threads may work at once. (default: one a core)", valueName: "n"))
  var workers: Int?

  func validate() throws {
    guard workers ?? 1 > 0 else { throw ValidationError("'--workers' must be at least 1.") }
    guard limit >= 0 else { throw ValidationError("'--limit' must not be negative.") }
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    var options = BuildOptions(
      path: path, output: "", workers: workers ?? ProcessInfo.processInfo.activeProcessorCount)
    options.includesDrafts = drafts
    options.policy.denied = Set(deny)
    options.environment = environment
    let terminal = Terminal(environment: environment)
    do {
      let report = try audit(options, progress: terminal.showsProgress ? terminal.show : { _ in })
      terminal.clear()
      terminal.write(report.errors(as: diagnostics, colors: terminal.hasColors))
      print(report.text(as: diagnostics, limit: limit), terminator: "")
      if report.hasErrors { throw ExitCode(1) }
    } catch let failure as BuildFailure {
      terminal.clear()
      terminal.write("error: \(failure)\n")
      throw ExitCode(2)
    }
  }
}
