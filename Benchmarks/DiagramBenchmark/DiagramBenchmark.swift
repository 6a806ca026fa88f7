import BookModel
import Diagrams
import Foundation

/// Draws diagrams for `Benchmarks/diagrams.py`: `DiagramBenchmark OUT FILE…` reads every file (`.mmd`, or another
/// language by its extension), draws them one after another, writes `OUT/NAME.svg`, and prints a line of JSON for each
/// and one with the seconds of CPU that drawing alone took, the tools' own start included.
@main
enum DiagramBenchmark {
  static func main() throws {
    let out = CommandLine.arguments[1]
    let files = CommandLine.arguments.dropFirst(2).map { URL(fileURLWithPath: $0) }
    let diagrams = try files.map { file in
      let language = file.pathExtension == "mmd" ? "mermaid" : file.pathExtension
      return Diagram(language: language, source: try String(contentsOf: file, encoding: .utf8))
    }
    let start = cpuSeconds()
    let drafter = DiagramDrafter()
    let outcomes = diagrams.map { drafter.draw($0) }
    let cpu = cpuSeconds() - start
    for (file, outcome) in zip(files, outcomes) {
      let name = file.deletingPathExtension().lastPathComponent
      if let drawing = outcome.drawing {
        try Data(drawing.svg).write(to: URL(fileURLWithPath: "\(out)/\(name).svg"))
      }
      let problems = outcome.problems.map { "line \($0.line): \($0.message)" }
      try print([
        "name": name, "drawn": outcome.drawing != nil, "problems": problems,
        "statements": outcome.drawing?.longDescription ?? [],
      ])
    }
    try print(["cpu": cpu])
  }

  private static func print(_ object: [String: Any]) throws {
    let line = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    Swift.print(String(decoding: line, as: UTF8.self))
  }

  /// User and system time of the process.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
