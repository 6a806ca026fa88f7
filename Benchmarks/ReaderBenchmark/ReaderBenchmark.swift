import BookModel
import Foundation
import MarkdownReader
import SourceText

/// `ReaderBenchmark FOLDER SECONDS`: how fast the Markdown files of a folder are read, on one core, beside
/// `cmark-gfm` on the same bytes.
@main
enum ReaderBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let seconds = Double(arguments[2]) else {
      print("usage: ReaderBenchmark FOLDER SECONDS")
      exit(64)
    }
    let files = try Pages.files(in: arguments[1])
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    guard bytes > 0 else {
      print("no Markdown files in \(arguments[1])")
      exit(2)
    }
    print("\(files.count) files, \(Figures.megabytes(bytes)) MB; every figure is of one core")

    let plain = Timing.repeated(for: seconds) { files.map(Pages.readPlain) }
    Figures.show("read as GFM", bytes: bytes, plain)
    let whole = Timing.repeated(for: seconds) { files.map(Pages.read) }
    Figures.show("read as MDX", bytes: bytes, whole)

    guard let program = try CMarkGFMProgram(files: files)?.time(for: seconds) else {
      print("cmark-gfm is not installed; nothing to compare with")
      exit(2)
    }
    Figures.show("cmark-gfm", bytes: bytes, program)
    Figures.showRatio("GFM, ours / cmark-gfm's speed", plain, program)
    Figures.showRatio("MDX, ours / cmark-gfm's speed", whole, program)
  }
}
