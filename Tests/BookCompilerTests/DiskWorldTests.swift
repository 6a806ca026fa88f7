import Foundation
import SourceText
import Testing

@testable import BookCompiler

@Suite struct DiskWorldTests {
  /// A folder of its own for each test: `root/` is the handbook, `secret` lies beside it.
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "handpress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "root/docs"), withIntermediateDirectories: true)
    try Data("page".utf8).write(to: folder.appending(path: "root/docs/a.md"))
    try Data("secret".utf8).write(to: folder.appending(path: "secret"))
  }

  private func world() throws -> DiskWorld { try DiskWorld(root: folder.appending(path: "root").path()) }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "root/\(name)").path(), withDestinationPath: target)
  }

  @Test func readsFilesAndFolders() throws {
    let world = try world()
    #expect(try world.read("docs/a.md") == Array("page".utf8))
    #expect(try world.list("docs") == [Entry(name: "a.md", kind: .file)])
    #expect(world.kind(of: "") == .folder)
    #expect(world.kind(of: "docs/b.md") == nil)
    #expect(throws: WorldError.missing("docs/b.md")) { try world.read("docs/b.md") }
  }

  @Test(arguments: ["../secret", "docs/../../secret", "/../secret"])
  func pathsDoNotLeaveTheRoot(_ path: String) throws {
    #expect(throws: WorldError.outside(path)) { try world().read(path) }
    #expect(try world().kind(of: path) == nil)
  }

  @Test func symbolicLinksDoNotLeaveTheRoot() throws {
    try link("file", to: "../secret")
    try link("up", to: "..")
    try link("etc", to: "/etc")
    for path in ["file", "up/secret", "etc/passwd"] {
      #expect(throws: WorldError.outside(path)) { try world().read(path) }
    }
    #expect(try world().list("").map(\.name) == ["docs"])
  }

  @Test func symbolicLinksInsideTheRootAreFollowed() throws {
    try link("alias.md", to: "docs/a.md")
    #expect(try world().read("alias.md") == Array("page".utf8))
  }

  @Test func aRootWithALongerNameIsNotTheRoot() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "root-other"), withIntermediateDirectories: true)
    try Data("other".utf8).write(to: folder.appending(path: "root-other/a.md"))
    #expect(throws: WorldError.outside("../root-other/a.md")) { try world().read("../root-other/a.md") }
  }

  @Test func aNamedPipeIsNoFile() throws {
    #expect(mkfifo(folder.appending(path: "root/pipe").path(), 0o600) == 0)
    #expect(throws: WorldError.unreadable("pipe", reason: "it is not a file")) { try world().read("pipe") }
  }
}
