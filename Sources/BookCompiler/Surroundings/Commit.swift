import Foundation

/// The commit a handbook stands at, for its date and its colophon.
struct Commit: Equatable {
  /// The full object name, in hexadecimal.
  var name: String
  /// Seconds since 1970 of the committer's date.
  var time: Int

  /// Asks git, when it is installed and the folder lies in a checkout.
  ///
  /// `rev-list` is plumbing: unlike `log` and `show`, it starts no program that the repository's own settings
  /// name, which matters since the repository may be a stranger's.
  static func current(in folder: String) -> Commit? {
    let words = ["git", "-C", folder, "rev-list", "-1", "--timestamp", "HEAD"]
    guard let line = output(of: words)?.split(separator: "\n").first else { return nil }
    let parts = line.split(separator: " ")
    guard parts.count == 2, let time = Int(parts[0]), parts[1].utf8.allSatisfy(isHexadecimal) else { return nil }
    return Commit(name: String(parts[1]), time: time)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

/// What a program prints, its errors thrown away; nil when it is not there or fails.
private func output(of words: [String]) -> String? {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = words
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  process.standardInput = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return nil }
  let bytes = (try? pipe.fileHandleForReading.readToEnd()) ?? nil
  process.waitUntilExit()
  return process.terminationStatus == 0 ? bytes.map { String(decoding: $0, as: UTF8.self) } : nil
}
