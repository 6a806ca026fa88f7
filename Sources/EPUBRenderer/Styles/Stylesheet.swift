import CTemplates

/// The book's style: `templates/epub/book.css`, which is part of the program.
enum Stylesheet {
  static let fileName = "book.css"

  /// The bytes of the template.
  static var bytes: [UInt8] {
    guard let template = handpress_template("epub/book.css")?.pointee else {
      preconditionFailure("the template epub/book.css is not in the program")
    }
    return Array(UnsafeBufferPointer(start: template.bytes, count: template.count))
  }
}
