import ArgumentParser
import BookCompiler
import Foundation

/// `handpress build`: from a folder to a book.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds the book of a handbook.",
    discussion: """
      PATH is a Docusaurus site, a docs folder, or a folder with a book.yml. Nothing is fetched from the network \
      and no code of the handbook runs outside a sandbox.
      """)

  @Argument(help: "The handbook's folder.", completion: .directory)
  var path = "content"

  @Option(name: .customLong("to"), help: "What to make, with commas between: epub, epub-legacy, pdf, latex.")
  var formats: FormatList = FormatList(formats: [.epub])

  @Option(help: ArgumentHelp("The folder the book is written to.", valueName: "dir"), completion: .directory)
  var output = "dist"

  @Option(
    help: ArgumentHelp(
      "A folder of templates. (default: templates/ beside the handbook, where there is one)", valueName: "dir"),
    completion: .directory)
  var templates: String?

  @OptionGroup var printed: PrintedEdition

  @Option(help: "The TeX engine for the PDF: a LuaLaTeX, XeLaTeX or Tectonic, by its name or path.")
  var engine = "lualatex"

  @Flag(help: "Put drafts into the book.")
  var drafts = false

  @Option(help: ArgumentHelp("Show one tab of a group only. May be repeated.", valueName: "group=value"))
  var tab: [TabOption] = []
  @Option(help: ArgumentHelp("The locale of the site to make the book in. (default: the site's own)", valueName: "tag"))
  var locale: String?

  @Option(
    help: ArgumentHelp(
      "The version of the docs to make the book of. (default: the one the site serves first)", valueName: "name"))
  var docVersion: String?

  @Flag(help: "Fetch pictures that lie on the network.")
  var fetchRemote = false

  @Option(
    help: ArgumentHelp(
      "The folder where formulas, diagrams, code colours and page numbers are kept for the next build. (default: ~/.cache/handpress)",
      valueName: "dir"), completion: .directory)
  var cache: String?

  @Flag(help: "Keep nothing for the next build, and use nothing of earlier ones.")
  var noCache = false

  @Option(help: "How to write diagnostics: human, short or json.")
  var diagnostics: DiagnosticFormat = .human

  @Option(help: ArgumentHelp("Write out at most this many diagnostics of a kind; 0 for all.", valueName: "n"))
  var limit = 8

  @Flag(help: "Treat warnings as errors.")
  var warningsAsErrors = false

  @Option(help: ArgumentHelp("Treat a diagnostic as an error. May be repeated.", valueName: "id"))
  var deny: [String] = []

  @Option(help: ArgumentHelp("Do not report a diagnostic that is no error. May be repeated.", valueName: "id"))
  var allow: [String] = []

  @Option(help: ArgumentHelp("How many threads may work at once. (default: one a core)", valueName: "n"))
  var workers: Int?

  func validate() throws {
    guard workers ?? 1 > 0 else { throw ValidationError("'--workers' must be at least 1.") }
    guard cache == nil || !noCache else { throw ValidationError("'--cache' and '--no-cache' exclude each other.") }
    if let complaint = printed.options.complaint { throw ValidationError(complaint) }
    guard limit >= 0 else { throw ValidationError("'--limit' must not be negative.") }
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    var options = BuildOptions(
      path: path, output: output, workers: workers ?? ProcessInfo.processInfo.activeProcessorCount)
    options.templates = templates
    options.formats = Set(formats.formats)
    options.print = printed.options
    options.engine = engine
    options.includesDrafts = drafts
    options.tabs = tab.map { ($0.group, $0.value) }
    options.locale = locale
    options.docVersion = docVersion
    options.fetchesRemote = fetchRemote
    options.policy.denied = Set(deny)
    options.policy.allowed = Set(allow)
    options.policy.warningsAreErrors = warningsAsErrors
    options.environment = environment
    options.cacheFolder = noCache ? nil : cache ?? BuildOptions.defaultCacheFolder(environment: environment)

    let terminal = Terminal(environment: environment)
    do {
      let report = try build(options, progress: terminal.showsProgress ? terminal.show : { _ in })
      terminal.clear()
      terminal.write(report.text(as: diagnostics, colors: terminal.hasColors, limit: limit))
      for path in report.written { print(path) }
      if report.isIncomplete { throw ExitCode(2) }
      if report.hasErrors { throw ExitCode(1) }
    } catch let failure as BuildFailure {
      terminal.clear()
      terminal.write("error: \(failure)\n")
      throw ExitCode(2)
    }
  }
}

/// `--to epub,pdf`.
struct FormatList: ExpressibleByArgument {
  var formats: [OutputFormat]

  init(formats: [OutputFormat]) { self.formats = formats }

  init?(argument: String) {
    let names = argument.split(separator: ",").map { OutputFormat(rawValue: String($0)) }
    guard !names.isEmpty, !names.contains(nil) else { return nil }
    formats = names.compactMap { $0 }
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}

/// `--tab os=linux`.
struct TabOption: ExpressibleByArgument {
  var group: String
  var value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    group = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
