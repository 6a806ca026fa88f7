/// One file of the handbook: its number, its path relative to the handbook's root, and its bytes.
///
/// The bytes are kept as they were read: a byte order mark and invalid UTF-8 are still in them.
package struct SourceFile: Sendable {
  /// The file's number in its `SourceFiles`; what a `SourceRange` refers to.
  package let id: FileID
  /// The path relative to the handbook's root, with `/` between segments.
  package let path: String
  package let bytes: [UInt8]

  package init(id: FileID, path: String, bytes: [UInt8]) {
    self.id = id
    self.path = path
    self.bytes = bytes
  }

  package init(id: FileID = FileID(0), path: String = "page.md", text: String) {
    self.init(id: id, path: path, bytes: Array(text.utf8))
  }

  /// The whole file as a range.
  package var range: SourceRange { SourceRange(file: id, start: 0, end: UInt32(bytes.count)) }

  /// The bytes of a range as text; bytes that are no UTF-8 become U+FFFD.
  package func text(in range: SourceRange) -> String {
    let start = min(Int(range.start), bytes.count)
    let end = min(max(start, Int(range.end)), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// The number of a file, an index into `SourceFiles`.
package struct FileID: Hashable, Comparable, Sendable {
  package let number: UInt32
  package init(_ number: UInt32) { self.number = number }
  package static func < (a: FileID, b: FileID) -> Bool { a.number < b.number }
}

/// Every file that was read, by number.
///
/// Built in one thread while the handbook is discovered and only read afterwards.
package struct SourceFiles: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  /// Adds a file and returns it with its number.
  @discardableResult
  package mutating func add(path: String, bytes: [UInt8]) -> SourceFile {
    let file = SourceFile(id: FileID(UInt32(files.count)), path: path, bytes: bytes)
    files.append(file)
    return file
  }

  package subscript(id: FileID) -> SourceFile? {
    Int(id.number) < files.count ? files[Int(id.number)] : nil
  }
}
