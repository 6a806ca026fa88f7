import ArgumentParser
import BookCompiler
import Foundation

/// `handpress templates`: what a book's look is made of.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "Writes out the templates that give books their look.",
    subcommands: [Eject.self])

  /// `handpress templates eject`: the program's own, to be changed.
  struct Eject: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the standard templates to a folder.",
      discussion: """
        Put the folder beside the handbook as `templates`, or name it with --templates. Delete what you do not change: \
        a file that is not there is the standard one. Files that are there already stay as they are.
        """)

    @Argument(help: "The folder to write to.", completion: .directory)
    var folder = "templates"

    func run() throws {
      let terminal = Terminal(environment: ProcessInfo.processInfo.environment)
      do {
        let report = try ejectTemplates(to: folder)
        for path in report.kept { terminal.write("kept \(path)\n") }
        for path in report.written { print(path) }
      } catch {
        terminal.write("error: \(error)\n")
        throw ExitCode(2)
      }
    }
  }
}
