import DeflateBinding
import Foundation
import TestSupport
import Testing

@testable import ZipBinding

@Suite struct ArchiveTests {
  private func stored(_ path: String, _ text: String) -> ArchiveMember {
    let bytes = Array(text.utf8)
    return ArchiveMember(path: path, isStored: true, crc: crc32(bytes), uncompressedSize: bytes.count, bytes: bytes)
  }

  private func packed(_ path: String, _ text: String) -> ArchiveMember {
    let bytes = Array(text.utf8)
    return ArchiveMember(
      path: path, isStored: false, crc: crc32(bytes), uncompressedSize: bytes.count, bytes: deflate(bytes))
  }

  /// OCF 3.3, section 4.3: `mimetype` at byte 38, so that a file's type shows in its first bytes.
  @Test func startsWithTheMediaType() throws {
    let archive = try writeArchive([stored("mimetype", "application/epub+zip"), packed("a.txt", "b")])
    #expect(Array(archive[0..<58]).suffix(28) == Array("mimetypeapplication/epub+zip".utf8)[...])
    #expect(archive[28] == 0 && archive[29] == 0, "no extra field")
    #expect(archive[8] == 0 && archive[9] == 0, "stored")
  }

  /// The bytes of one member, field by field (APPNOTE 6.3.9, sections 4.3.7 and 4.3.12).
  @Test func writesNothingOfTheMachine() throws {
    let member = packed("é", "text text text")
    let archive = try writeArchive([member])
    let header: [UInt8] = [
      0x50, 0x4B, 3, 4, 20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0, UInt8(truncatingIfNeeded: member.crc),
      UInt8(truncatingIfNeeded: member.crc >> 8), UInt8(truncatingIfNeeded: member.crc >> 16),
      UInt8(truncatingIfNeeded: member.crc >> 24), UInt8(member.bytes.count), 0, 0, 0, 14, 0, 0, 0, 2, 0, 0, 0,
      0xC3, 0xA9,
    ]
    #expect(Array(archive.prefix(header.count)) == header)
    #expect(Array(archive.dropFirst(header.count).prefix(member.bytes.count)) == member.bytes)
    let entry = archive.dropFirst(header.count + member.bytes.count)
    #expect(entry.prefix(4) == [0x50, 0x4B, 1, 2])
    #expect(entry.dropFirst(5).first == 3, "made by Unix")
    #expect(Array(entry.dropFirst(38).prefix(4)) == [0, 0, 0xA4, 0x81], "a regular file that all may read")
  }

  @Test func keepsTheOrder() throws {
    let names = (0..<300).map { "EPUB/\(($0 * 7919) % 300).xhtml" }
    let archive = try writeArchive(names.map { packed($0, "<p>\($0)</p>") })
    let listed = try python(
      "import zipfile,sys;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print('\\n'.join(z.namelist()))",
      archive)
    #expect(listed.split(separator: "\n").map(String.init) == names)
  }

  @Test func unpacksToWhatWentIn() throws {
    let archive = try writeArchive([stored("mimetype", "m"), packed("ü/a.txt", "one two"), packed("leer", "")])
    let read = try python(
      "import zipfile,sys;z=zipfile.ZipFile(sys.argv[1]);print([(n,z.read(n).decode()) for n in z.namelist()])", archive
    )
    #expect(read == "[('mimetype', 'm'), ('ü/a.txt', 'one two'), ('leer', '')]\n")
  }

  @Test(arguments: ["Pacific/Apia", "America/St_Johns", "UTC"])
  func writesTheSameBytesInEveryTimeZone(zone: String) throws {
    let before = ProcessInfo.processInfo.environment["TZ"]
    let expected = try writeArchive([packed("a", "b")])
    setenv("TZ", zone, 1)
    tzset()
    defer {
      if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
      tzset()
    }
    #expect(try writeArchive([packed("a", "b")]) == expected)
  }

  @Test func refusesAPathTwice() {
    #expect(throws: ArchiveError.duplicatePath("a")) { try writeArchive([packed("a", "1"), packed("a", "2")]) }
  }

  @Test(arguments: ["", "/etc/passwd", "../x", "a/../b", "a//b", "a\\b", "a/", "./a", "a\nb"])
  func refusesPathsThatLeadOut(path: String) {
    #expect(throws: ArchiveError.badPath(path)) { try writeArchive([packed(path, "1")]) }
  }

  @Test func refusesWhatNeedsZip64() {
    let many = [ArchiveMember](repeating: stored("a", ""), count: 65_536)
    #expect(throws: ArchiveError.tooLarge("65536 files")) { try writeArchive(many) }
    let large = ArchiveMember(path: "a", isStored: false, crc: 0, uncompressedSize: 1 << 32, bytes: [3, 0])
    #expect(throws: ArchiveError.tooLarge("`a` of 4294967296 bytes")) { try writeArchive([large]) }
  }

  @Test func refusesAnEmptyArchive() {
    #expect(throws: ArchiveError.self) { try writeArchive([]) }
  }

  private func python(_ script: String, _ archive: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString).zip")
    try Data(archive).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-X", "utf8", "-c", script, file.path()]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }
}
