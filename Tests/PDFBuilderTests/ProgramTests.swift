import Foundation
import ProcessBinding
import Testing

/// Signals are a process's own: what watches for them runs one after the other.
@Suite(.serialized) struct RunningTests {}

extension RunningTests {
  @Suite struct ProgramTests {
    private func shell(_ script: String, seconds: Int = 20) -> Program {
      Program(
        path: "/bin/sh", arguments: ["-c", script], environment: [("PATH", "/usr/bin:/bin"), ("A", "b")],
        folder: "/tmp",
        limits: Program.Limits(seconds: seconds, memory: 0, file: 4096))
    }

    @Test func aProgramGetsWhatIsSaidAndNothingElse() throws {
      var output: [UInt8] = []
      let end = try shell("pwd; echo $A $HOME; cat; echo no >&2; exit 3").run { output += $0 }
      #expect(end == .exited(3))
      #expect(String(decoding: output, as: UTF8.self) == "/tmp\nb\nno\n")
    }

    @Test func whatItLeavesBehindIsKilled() throws {
      let mark = "/tmp/handpress-\(UUID().uuidString)"
      let end = try shell("(sleep 1; touch \(mark)) >/dev/null 2>&1 & exit 0").run { _ in }
      #expect(end == .exited(0))
      Thread.sleep(forTimeInterval: 1.5)
      #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test func timeAndFilesAreLimited() throws {
      #expect(try shell("sleep 30", seconds: 1).run { _ in } == .timedOut)
      let file = "/tmp/handpress-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: file) }
      _ = try shell("head -c 100000 /dev/zero > \(file)").run { _ in }
      #expect(try Data(contentsOf: URL(filePath: file)).count == 4096)
    }

    @Test func memoryIsLimited() throws {
      var program = shell("ulimit -v; ulimit -Hv")
      program.limits.memory = 64 << 20
      var output: [UInt8] = []
      #expect(try program.run { output += $0 } == .exited(0))
      #expect(String(decoding: output, as: UTF8.self) == "65536\n65536\n")
    }

    @Test func aSignalEndsTheProgramAndNotUs() throws {
      let end = try shell("kill -TERM $PPID; sleep 30").run { _ in }
      #expect(end == .interrupted(signal: 15))
    }

    @Test func whatCannotBeStartedIsAFailure() {
      var nothing = shell("")
      nothing.path = "/no/such/program"
      #expect(throws: Program.Failure(reason: "No such file or directory")) { try nothing.run { _ in } }
      #expect(Program.find("sh", path: "/nowhere:/bin") == "/bin/sh")
      #expect(Program.find("no-such-program", path: "/bin") == nil)
    }
  }
}
