/// The largest archive that needs no Zip64 (APPNOTE 6.3.9, section 4.4.1.4).
enum ArchiveLimits {
  static let members = 65_535
  static let bytes = 4_294_967_295
  static let pathBytes = 65_535
  /// Headers of a member besides its name: 30 bytes before it and 46 in the directory.
  private static let headerBytes = 76
  private static let endBytes = 22

  /// Throws for a member or a sum that Zip64 would be needed for, and for paths that lead out of a folder.
  static func check(_ members: [ArchiveMember]) throws(ArchiveError) {
    guard members.count <= self.members else { throw .tooLarge("\(members.count) files") }
    var total = endBytes
    for member in members {
      try check(path: member.path)
      guard member.uncompressedSize <= bytes else {
        throw .tooLarge("`\(member.path)` of \(member.uncompressedSize) bytes")
      }
      total += member.bytes.count + 2 * member.path.utf8.count + headerBytes
    }
    guard total <= bytes else { throw .tooLarge("\(total) bytes") }
  }

  private static func check(path: String) throws(ArchiveError) {
    let steps = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isBad = steps.contains { $0.isEmpty || $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
    let hasBadByte = path.utf8.contains { $0 == UInt8(ascii: "\\") || $0 < 0x20 || $0 == 0x7F }
    guard !isBad, !hasBadByte, path.utf8.count <= pathBytes else { throw .badPath(path) }
  }
}
