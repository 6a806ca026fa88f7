import Foundation
import TestSupport
import Testing

/// Whether a signal is not ignored by us, and so by what we start: a shell's jobs in the background ignore SIGINT.
private func isMinded(_ signal: Int32) -> Bool {
  var action = sigaction()
  sigaction(signal, nil, &action)
  return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1
}

/// What happens when the TeX engine is another one, fails, or has to be stopped; engines are scripts here.
@Suite(.serialized) struct EngineTests {
  /// A handbook of a page and an engine, in a folder of their own.
  private final class Workshop {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "handpress-engine-\(UUID().uuidString)")
    var temporary: URL { folder.appending(path: "tmp") }
    var output: URL { folder.appending(path: "out") }

    /// - Parameter script: what the engine does when it is not asked for its version.
    init(version: String = "This is LuaHBTeX, Version 1", _ script: String) throws {
      for name in ["docs", "tmp", "out"] {
        try FileManager.default.createDirectory(
          at: folder.appending(path: name), withIntermediateDirectories: true)
      }
      try Data("# A page\n\nText.\n".utf8).write(to: folder.appending(path: "docs/a.md"))
      let engine = folder.appending(path: "engine")
      try Data("#!/bin/sh\ncase \"$*\" in *--version*) echo '\(version)'; exit 0;; esac\n\(script)\n".utf8).write(
        to: engine)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: engine.path())
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var arguments: [String] {
      [
        "build", "docs", "--to", "epub,pdf", "--output", "out", "--no-cache", "--diagnostics", "short", "--engine",
        folder.appending(path: "engine").path(),
      ]
    }
    var environment: [String: String] { ["TMPDIR": temporary.path()] }

    func run() throws -> Program.Run {
      try Program.handpress(arguments, in: folder, environment: environment)
    }

    func entries(_ folder: URL) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    }

    func text(_ name: String) -> String? { try? String(contentsOf: folder.appending(path: name), encoding: .utf8) }

    /// Waits until a file of the folder is there.
    func wait(for name: String) throws -> String {
      for _ in 0..<600 {
        if let text = text(name), text.hasSuffix("\n") { return text }
        Thread.sleep(forTimeInterval: 0.05)
      }
      throw CocoaError(.fileNoSuchFile)
    }
  }

  @Test(
    "Engines that the class is not for are refused, and the EPUB is written", arguments: ["pdfTeX 3.14", "e-upTeX 3"])
  func otherEngines(version: String) throws {
    let workshop = try Workshop(version: version, "touch \"$0.ran\"")
    let run = try workshop.run()
    #expect(run.status == 2)
    #expect(run.output.contains("is no LuaTeX, XeTeX or Tectonic, it is `\(version)`"), "\(run.output)")
    #expect(try workshop.entries(workshop.output) == ["docs.epub"])
    #expect(workshop.text("engine.ran") == nil)
  }

  @Test("Tectonic is run once, without the network, and with the user's own cache")
  func tectonic() throws {
    let workshop = try Workshop(
      version: "tectonic 0.15.0",
      """
      echo "$*" >> "$0.runs"; echo "$TECTONIC_CACHE_DIR" > "$0.cache"; ls fonts > "$0.fonts"
      printf 'Output written on book.xdv (1 page, 9 bytes).\\n' > book.log; printf '%%PDF-1.5\\n' > book.pdf
      """)
    let cache = workshop.folder.appending(path: "cache").path()
    let run = try Program.handpress(
      workshop.arguments, in: workshop.folder,
      environment: workshop.environment.merging(["TECTONIC_CACHE_DIR": cache]) { $1 })
    #expect(run.status == 0, "\(run.output)")
    let runs = try #require(workshop.text("engine.runs")).split(separator: "\n")
    #expect(runs.count == 1)
    #expect(runs[0].hasPrefix("-X compile --untrusted --only-cached --keep-logs --print --outdir "), "\(runs)")
    #expect(runs[0].hasSuffix(" book.tex"))
    #expect(workshop.text("engine.cache") == cache + "\n")
    #expect(workshop.text("engine.fonts")?.contains("Inter-Regular.otf") == true)
    #expect(workshop.text("out/docs.pdf") == "%PDF-1.5\n")
    #expect(run.output.contains("note[pdf-unclaimed]: the PDF is not tagged"), "\(run.output)")
  }

  @Test(
    "An engine that is not there is named with what installs it, and the EPUB is written",
    arguments: [
      ("xelatex", "apt-get install --no-install-recommends texlive-xetex"), ("tectonic", "cargo install tectonic"),
    ])
  func missing(name: String, remedy: String) throws {
    let workshop = try Workshop("exit 1")
    let arguments = workshop.arguments.dropLast().filter { !["--diagnostics", "short"].contains($0) } + [name]
    let run = try Program.handpress(
      arguments, in: workshop.folder, environment: workshop.environment.merging(["PATH": "/nowhere"]) { $1 })
    #expect(run.status == 2)
    #expect(run.output.contains("[tex-missing]") && run.output.contains("`\(name)`"), "\(run.output)")
    #expect(run.output.contains(remedy), "\(run.output)")
    #expect(try workshop.entries(workshop.output) == ["docs.epub"])
  }

  @Test("A book from right to left is made by LuaTeX alone")
  func rightToLeft() throws {
    let workshop = try Workshop(version: "XeTeX 3.14", "touch \"$0.ran\"")
    try Data("language: he\ntitle: Book\n".utf8).write(to: workshop.folder.appending(path: "docs/book.yml"))
    let run = try workshop.run()
    #expect(run.status == 2)
    #expect(run.output.contains("a book from right to left needs LuaLaTeX"), "\(run.output)")
    #expect(try workshop.entries(workshop.output) == ["book.epub"])
    #expect(workshop.text("engine.ran") == nil)
  }

  @Test("An engine that ends without a PDF leaves the EPUB, and the last PDF as it was")
  func failure() throws {
    let workshop = try Workshop("exit 1")
    try Data("old".utf8).write(to: workshop.output.appending(path: "docs.pdf"))
    let run = try workshop.run()
    #expect(run.status == 2)
    #expect(run.output.contains("[tex-stopped]"), "\(run.output)")
    #expect(try workshop.entries(workshop.output) == ["docs.epub", "docs.pdf"])
    #expect(workshop.text("out/docs.pdf") == "old")
    #expect(try workshop.entries(workshop.temporary).isEmpty)
  }

  @Test("A full disk is said to be full")
  func fullDisk() throws {
    let run = try Workshop("echo '! fwrite() failed: No space left on device'; exit 1").run()
    #expect(run.status == 2)
    #expect(run.output.contains("there is no room left on the disk where TeX works"), "\(run.output)")
  }

  @Test(
    "An engine is killed with its children when the build is told to end",
    arguments: [SIGINT, SIGTERM].filter(isMinded))
  func interruption(signal: Int32) throws {
    let workshop = try Workshop("sleep 300 & echo $$ $! > \"$0.new\"; mv \"$0.new\" \"$0.pids\"; wait")
    let process = try Program.start(workshop.arguments, in: workshop.folder, environment: workshop.environment)
    let children = try workshop.wait(for: "engine.pids").split { " \n".contains($0) }.compactMap { pid_t($0) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(children.count == 2)
    for child in children { #expect(isGone(child), "\(child) is still there") }
    #expect(try workshop.entries(workshop.temporary).isEmpty)
    #expect(try workshop.entries(workshop.output) == ["docs.epub"])
  }

  /// A process that was killed may wait a moment for its end to be noted.
  private func isGone(_ process: pid_t) -> Bool {
    for _ in 0..<100 {
      let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      if kill(process, 0) != 0 || state?.contains(") Z ") == true { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }

  @Test("A folder that cannot be written to is named, and nothing is left behind")
  func unwritable() throws {
    let workshop = try Workshop("exit 1")
    var arguments = workshop.arguments
    arguments[arguments.firstIndex(of: "out")!] = "/proc/handpress"
    let run = try Program.handpress(arguments, in: workshop.folder, environment: workshop.environment)
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("error: cannot write `/proc/handpress"), "\(run.output)")
    #expect(try workshop.entries(workshop.temporary).isEmpty)
  }
}
