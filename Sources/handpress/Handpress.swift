import ArgumentParser

/// The command line. Paths of what was made go to standard output, everything else to standard error.
///
/// Exit status: 0 done, 1 the book has errors, 2 the machine failed us, 64 the command line is wrong.
@main struct Handpress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handpress",
    abstract: "Binds a Docusaurus-style handbook into a valid, accessible EPUB 3.",
    version: Version.current,
    subcommands: [Build.self, Audit.self],
    defaultSubcommand: Build.self)
}

enum Version {
  static let current = "0.1.0"
}
