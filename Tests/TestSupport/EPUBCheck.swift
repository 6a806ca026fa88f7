import Foundation
import Testing

/// The W3C's checker of EPUB files, run as a program of its own. `Tests/Checks/install.sh` fetches it.
package enum EPUBCheck {
  /// One thing epubcheck says, at the first place it names.
  package struct Message: Equatable, Sendable, CustomStringConvertible {
    /// `FATAL`, `ERROR`, `WARNING`, `USAGE` or `INFO`.
    package let severity: String
    /// Such as `RSC-005`.
    package let id: String
    /// Inside the archive; empty for the archive itself.
    package let path: String
    /// From 1; -1 where the message belongs to no line.
    package let line: Int
    package let text: String

    package var description: String { "\(severity) \(id) \(path):\(line) \(text)" }
  }

  /// Why a check could not be made.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Everything epubcheck says of a book, down to usage notes; empty for a clean one.
  package static func messages(of epub: [UInt8]) throws -> [Message] {
    let jar = try jar.get()
    let folder = FileManager.default.temporaryDirectory.appending(path: "epubcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = folder.appending(path: "book.epub")
    let report = folder.appending(path: "report.json")
    try Data(epub).write(to: book)
    let arguments = ["-XX:TieredStopAtLevel=1", "-jar", jar, book.path(), "--usage", "--json", report.path()]
    let said = run("java", arguments)
    guard let data = try? Data(contentsOf: report) else { throw Failure(description: said.output) }
    return try JSONDecoder().decode(Report.self, from: data).messages.map(\.finding)
  }

  /// Whether tests that need epubcheck should run. True also where it is missing but required
  /// (`HANDPRESS_REQUIRE_CHECKS=1`), so that they fail there.
  package static var isPresent: Bool {
    if case .success = jar { return true }
    return ProcessInfo.processInfo.environment["HANDPRESS_REQUIRE_CHECKS"] == "1"
  }

  /// For `@Test(.enabled(if: EPUBCheck.isPresent, EPUBCheck.absence))`.
  package static let absence: Comment = "skipped: epubcheck needs Java and, once, a network (Tests/Checks/install.sh)"

  /// The path of epubcheck's jar, installed when it is first asked for.
  private static let jar: Result<String, Failure> = {
    let script = SharedData.checkout.appending(path: "Tests/Checks/install.sh").path()
    let said = run("sh", [script])
    let path = said.output.split(separator: "\n").last.map(String.init) ?? ""
    return said.status == 0 && path.hasSuffix(".jar") ? .success(path) : .failure(Failure(description: said.output))
  }()

  private static func run(_ program: String, _ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return (127, "`\(program)` could not be started") }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// The part of epubcheck's JSON report that we read.
private struct Report: Decodable {
  struct Entry: Decodable {
    struct Location: Decodable {
      let path: String?
      let line: Int?
    }
    let id: String
    let severity: String
    let message: String
    let locations: [Location]?

    enum CodingKeys: String, CodingKey {
      case id = "ID"
      case severity, message, locations
    }

    var finding: EPUBCheck.Message {
      let place = locations?.first
      return EPUBCheck.Message(
        severity: severity, id: id, path: place?.path ?? "", line: place?.line ?? -1, text: message)
    }
  }
  let messages: [Entry]
}
