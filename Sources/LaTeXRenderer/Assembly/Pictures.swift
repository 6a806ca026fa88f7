import BookModel
import SourceText

/// The pictures of the book as files that LaTeX can take.
struct Pictures: Sendable {
  struct Entry: Sendable {
    /// `images/i012-plan.png`
    let path: String
    let bytes: [UInt8]
  }

  /// In the order of first use.
  let entries: [Entry]
  private let paths: [AssetID: String]

  init(_ book: Book, _ surveys: [ChapterSurvey], _ options: LaTeXOptions) {
    var entries: [Entry] = []
    var paths: [AssetID: String] = [:]
    for id in surveys.flatMap(\.pictures) where paths[id] == nil {
      let asset = book[id]
      let bytes = options.pictures[id] ?? asset.bytes
      guard let ending = Pictures.fileExtension(of: bytes) else { continue }
      let name = FileNames.numbered("i", entries.count + 1, slug: Paths.stem(of: asset.path)) + "." + ending
      paths[id] = "images/" + name
      entries.append(Entry(path: "images/" + name, bytes: bytes))
    }
    self.entries = entries
    self.paths = paths
  }

  /// nil for an asset that is no picture LaTeX can take.
  subscript(id: AssetID) -> String? { paths[id] }

  /// By the first bytes of the file, since names lie; nil for what LuaTeX does not read.
  static func fileExtension(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
    if bytes.starts(with: "%PDF-".utf8) { return "pdf" }
    return nil
  }
}

/// Names of files of the edition: ASCII letters, digits, `-` and `.`.
enum FileNames {
  /// `012-guides-install`, behind a prefix.
  static func numbered(_ prefix: String, _ number: Int, slug: String) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 3 - digits.utf8.count))
    let slug = self.slug(slug)
    return prefix + zeros + digits + (slug.isEmpty ? "" : "-" + slug)
  }

  /// At most 50 bytes that every file system takes.
  private static func slug(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 where bytes.count < 50 {
      if byte.isASCIILower || byte.isASCIIDigit {
        bytes.append(byte)
      } else if byte.isASCIIUpper {
        bytes.append(byte | 0x20)
      } else if let last = bytes.last, last != UInt8(ascii: "-") {
        bytes.append(UInt8(ascii: "-"))
      }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
