import BookModel
import CTemplates
import SourceText

/// The templates of a book: those of the program, and in their place the files that a user has put beside the handbook.
package struct Templates: Sendable {
  /// By name, such as `epub/book.css`.
  var replacements: [String: SourceFile] = [:]

  /// The templates of the program alone.
  package static let standard = Templates()

  /// Every template that may be replaced, in byte order: not the letters of covers and diagrams, which are measured, nor
  /// the package that tags the PDF, which belongs to one version of the program.
  package static let names: [String] = (0..<handpress_template_count()).map {
    String(cString: handpress_template_at($0).pointee.path)
  }.filter { !$0.hasPrefix("fonts/") && !isTagging($0) }

  private static func isTagging(_ name: String) -> Bool {
    name == "latex/handpress-tagging.sty" || name.hasPrefix("latex/handpress-") && name.hasSuffix(".lua")
  }

  /// The bytes of a template. Names are ours: one that is not there is a bug.
  package subscript(name: String) -> [UInt8] { replacements[name]?.bytes ?? Templates.standardBytes(name) }

  /// The bytes of the program's own template of a name.
  package static func standardBytes(_ name: String) -> [UInt8] {
    guard let template = handpress_template(name)?.pointee else {
      preconditionFailure("the template \(name) is not in the program")
    }
    return Array(UnsafeBufferPointer(start: template.bytes, count: template.count))
  }

  /// The user's file of a name; nil where the program's own is used.
  package func replacement(of name: String) -> SourceFile? { replacements[name] }
}
