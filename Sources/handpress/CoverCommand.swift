import ArgumentParser
import BookCompiler
import Foundation

/// `handpress cover`: the cover that goes round a printed book.
struct CoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover", abstract: "Draws the cover that goes round a printed book: back, spine and front.",
    discussion: """
      The spine is as broad as the pages make it. A white field on the back is for the bar code. Title, description, \
      publisher and theme are those of the handbook.
      """)

  @Argument(help: "The handbook's folder.", completion: .directory)
  var path = "content"

  @Option(help: ArgumentHelp("How many pages the book has.", valueName: "n"))
  var pages: Int

  @Option(help: "The paper of the pages: white or cream.")
  var paper = "white"

  @Option(help: "The size of a page: A4, Letter, 6x9in, 7x10in, or measures as 170x240mm.")
  var trim = "6x9in"

  @Option(help: ArgumentHelp("How far the print reaches over the cut.", valueName: "mm"))
  var bleed = 3.175

  @Option(help: ArgumentHelp("The folder the cover is written to.", valueName: "dir"), completion: .directory)
  var output = "dist"

  func validate() throws {
    if let complaint = printOptions.complaint { throw ValidationError(complaint) }
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    var options = BuildOptions(path: path, output: output, workers: ProcessInfo.processInfo.activeProcessorCount)
    options.environment = environment
    let terminal = Terminal(environment: environment)
    do {
      let report = try makePrintCover(options, print: printOptions)
      terminal.write(report.text(as: .human, colors: terminal.hasColors, limit: 8))
      for path in report.written { print(path) }
      if report.hasErrors { throw ExitCode(1) }
    } catch let failure as BuildFailure {
      terminal.write("error: \(failure)\n")
      throw ExitCode(2)
    }
  }

  private var printOptions: PrintCoverOptions {
    var options = PrintCoverOptions(pages: pages)
    (options.paper, options.trim, options.bleed) = (paper, trim, bleed)
    return options
  }
}
