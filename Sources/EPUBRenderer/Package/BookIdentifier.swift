import BookModel
import SourceText

/// The unique identifier of the book (EPUB 3.3 §5.5.3.1).
enum BookIdentifier {
  /// The author's own, an ISBN as a URN; else a UUID made of title and site by name (RFC 9562 §5.5), so that new
  /// builds of a book are known as the same book.
  /// An EPUB for old readers is another book to them.
  static func identifier(of book: Book, form: EPUBForm = .modern) -> String {
    if let own = book.metadata.identifier, !own.isBlank {
      return own.lowercased().hasPrefix("isbn:") ? "urn:" + own.lowercased() : own
    }
    let lines =
      [book.metadata.title, (book.site.url ?? "") + book.site.baseURL] + book.metadata.edition
      + (form == .legacy ? ["legacy"] : [])
    let name = lines.joined(separator: "\n")
    return "urn:uuid:" + uuid(named: name)
  }

  /// A UUID of version 5 in the namespace of URLs.
  static func uuid(named name: String) -> String {
    let namespace: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]
    var bytes = Array(SHA1.digest(of: namespace + name.utf8).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
    let groups = [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
    return groups.map { $0.joined() }.joined(separator: "-")
  }
}
