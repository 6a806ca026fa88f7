import Foundation
import Testing

/// Programs that tests run: first of all `handpress` itself, as the tests' build made it.
package enum Program {
  package struct Run: Sendable {
    /// Standard error and standard output in the order written.
    package var output: String
    package var status: Int32
  }

  /// Runs `handpress` in a folder, with nothing in its environment but what is given.
  package static func handpress(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Run {
    try run(
      executable(), arguments, in: folder,
      environment: environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own })
  }

  /// Starts `handpress` as above and does not wait for it; what it writes goes nowhere.
  package static func start(_ arguments: [String], in folder: URL, environment: [String: String]) throws -> Process {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs any program to its end, with nothing to read.
  /// - Parameters: a folder or an environment that is nil is the tests' own.
  package static func run(
    _ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    if let environment { process.environment = environment }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(output: String(decoding: bytes, as: UTF8.self), status: process.terminationStatus)
  }

  /// Beside the tests' own bundle in the build folder.
  private static func executable() throws -> URL {
    let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let candidates = [
      folder.appending(path: "handpress"), SharedData.checkout.appending(path: ".build/debug/handpress"),
    ]
    return try #require(
      candidates.first { FileManager.default.isExecutableFile(atPath: $0.path()) },
      "the program was not built: run `swift build` first")
  }
}
