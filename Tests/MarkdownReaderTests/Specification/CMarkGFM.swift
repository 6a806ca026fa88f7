import Foundation
import Testing

/// Debian's `cmark-gfm` program, run over many documents at once.
enum CMarkGFM {
  static let isInstalled = (try? run("command -v cmark-gfm", in: URL(filePath: "/")))?.isEmpty == false
  static let absence: Comment = "skipped: the program cmark-gfm is not installed (apt-get install cmark-gfm)"

  /// Between the outputs of two documents; no document may hold it.
  private static let separator = UInt8(0x1E)

  /// The HTML of every document, in order.
  ///
  /// One shell starts the program once a document, so that nothing of one document can reach the next, at 0.7 ms
  /// a document.
  static func html(of documents: [[UInt8]], arguments: [String]) throws -> [String] {
    guard !documents.isEmpty else { return [] }
    let folder = FileManager.default.temporaryDirectory.appending(path: "handpress-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, document) in documents.enumerated() {
      try Data(document).write(to: folder.appending(path: String(1_000_000 + index)))
    }
    let command = "cmark-gfm --unsafe --validate-utf8 \(arguments.joined(separator: " "))"
    let output = try run("for f in ./*; do \(command) \"$f\" || echo CRASHED; printf '\\036'; done", in: folder)
    let parts = output.split(separator: separator, omittingEmptySubsequences: false)
    try #require(parts.count == documents.count + 1)
    return parts.dropLast().map { String(decoding: $0, as: UTF8.self) }
  }

  private static func run(_ script: String, in folder: URL) throws -> Data {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", script]
    shell.currentDirectoryURL = folder
    let pipe = Pipe()
    shell.standardOutput = pipe
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return output
  }
}
