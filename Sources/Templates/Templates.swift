import BookModel
import CTemplates
import SourceText

/// The templates of a book: those of the program, and in their place the files that a user has put beside the handbook.
package struct Templates: Sendable {
  /// By name, such as `epub/book.css`.
  package internal(set) var replacements: [String: SourceFile] = [:]

  /// The templates of the program alone.
  package static let standard = Templates()

  /// Every template of the program, in byte order.
  package static let names: [String] = (0..<handpress_template_count()).map { String(cString: entry($0).path) }

  /// The bytes of a template. Names are ours: one that is not there is a bug.
  package subscript(name: String) -> [UInt8] { replacements[name]?.bytes ?? Templates.standardBytes(name) }

  /// The bytes of the program's own template of a name.
  package static func standardBytes(_ name: String) -> [UInt8] {
    guard let template = handpress_template(name)?.pointee else {
      preconditionFailure("the template \(name) is not in the program")
    }
    return Array(UnsafeBufferPointer(start: template.bytes, count: template.count))
  }

  private static func entry(_ index: Int) -> HandpressTemplate { handpress_template_at(index).pointee }

  /// The same without a user's file, which is of no use.
  func without(_ name: String) -> Templates {
    var templates = self
    templates.replacements[name] = nil
    return templates
  }
}
