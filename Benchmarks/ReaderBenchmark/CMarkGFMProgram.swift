import Foundation
import SourceText

/// The `cmark-gfm` program reading the same bytes and writing its HTML to nowhere.
struct CMarkGFMProgram {
  private let program: URL
  private let input: URL

  /// nil where the program is not installed.
  ///
  /// The pages are written one after the other, a blank line between; longer inputs would be unfair, since its speed
  /// falls with the memory it takes. Starting the process costs it about one per cent.
  init?(files: [SourceFile]) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let places = folders.map { URL(filePath: String($0)).appending(path: "cmark-gfm") }
    guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path()) }) else {
      return nil
    }
    self.program = program
    input = FileManager.default.temporaryDirectory.appending(path: "handpress-reading-\(UUID().uuidString).md")
    try Data(files.flatMap { $0.bytes + Array("\n\n".utf8) }).write(to: input)
  }

  /// Runs it for some seconds, three times at least.
  func time(for seconds: Double) throws -> Timing {
    defer { try? FileManager.default.removeItem(at: input) }
    var timing = Timing(repetitions: [])
    let end = ContinuousClock.now + .seconds(seconds)
    while timing.repetitions.count < 3 || ContinuousClock.now < end {
      let start = Timing.processSeconds(RUSAGE_CHILDREN)
      let process = Process()
      process.executableURL = program
      process.arguments = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
      process.arguments?.append(input.path())
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      precondition(process.terminationStatus == 0, "cmark-gfm failed")
      timing.repetitions.append(Timing.processSeconds(RUSAGE_CHILDREN) - start)
    }
    return timing
  }
}
