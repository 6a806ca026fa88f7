/// One file of an archive, compressed already, so that compressing can run in parallel and writing is a copy.
package struct ArchiveMember: Sendable {
  /// With slashes, relative, such as `EPUB/package.opf`.
  package var path: String
  /// Whether `bytes` are the file itself (`mimetype`, pictures that are compressed already); else they are its
  /// raw deflate stream.
  package var isStored: Bool
  /// The CRC-32 of the file. Of a stored member it is computed again while writing.
  package var crc: UInt32
  /// In bytes.
  package var uncompressedSize: Int
  package var bytes: [UInt8]

  package init(path: String, isStored: Bool, crc: UInt32, uncompressedSize: Int, bytes: [UInt8]) {
    self.path = path
    self.isStored = isStored
    self.crc = crc
    self.uncompressedSize = uncompressedSize
    self.bytes = bytes
  }
}

/// Why an archive could not be written.
package enum ArchiveError: Error, Equatable, CustomStringConvertible {
  /// A path that no archive should hold: empty, absolute, with `..` or a backslash.
  case badPath(String)
  /// Two members have this path.
  case duplicatePath(String)
  /// More than 65,535 members, or more than 4 GiB: that would need Zip64, which old reading systems lack.
  case tooLarge(String)
  /// What libzip says.
  case failed(String)

  package var description: String {
    switch self {
    case .badPath(let path): "`\(path)` is not a path that an archive may hold"
    case .duplicatePath(let path): "the archive would hold `\(path)` twice"
    case .tooLarge(let what): "the archive would hold \(what), which is more than a ZIP file without Zip64 can"
    case .failed(let message): "the archive could not be written: \(message)"
    }
  }
}
