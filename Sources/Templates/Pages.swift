import MustacheBinding
import SourceText
import XMLBinding

/// A page of the EPUB that is made from a template in Mustache.
package enum PageTemplate: String, CaseIterable, Sendable {
  case titlePage = "epub/title-page.mustache"
  case partPage = "epub/part-page.mustache"
  case colophon = "epub/colophon.mustache"

  /// Every name the page has a value for, in the order of the documentation.
  var names: [String] {
    switch self {
    case .titlePage: ["title", "subtitle", "credits", "kind", "names", "version", "publisher"]
    case .partPage: ["number", "title", "contents"]
    case .colophon: ["heading", "facts", "name", "text", "address", "rights", "madeWith"]
    }
  }
}

extension Templates {
  /// A page with its names filled in: well-formed content of a `main` in XHTML.
  ///
  /// A user's template whose filled form is not well-formed is reported, and the program's own is used.
  package func page(
    _ page: PageTemplate, _ values: [String: MustacheValue], findings: inout Findings
  ) -> String {
    let values = values.mapValues(\.withoutControls)
    guard let file = replacements[page.rawValue] else { return standardPage(page, values) }
    do throws(XMLError) {
      guard let read = try? MustachePage(String(decoding: file.bytes, as: UTF8.self)) else {
        return standardPage(page, values)
      }
      let text = read.render(values)
      try checkWellFormed(Frame.around(Array(text.utf8)))
      return text
    } catch {
      findings.error(
        .templateUnusable, "with its names filled in the page is no XML: \(error.message)",
        at: file.range.start(of: file), notes: ["the program's own page is used"],
        help: "put author's text in with two braces, and end in a section what begins in it")
      return standardPage(page, values)
    }
  }

  private func standardPage(_ page: PageTemplate, _ values: [String: MustacheValue]) -> String {
    do throws(MustacheError) {
      return try MustachePage(String(decoding: Templates.standardBytes(page.rawValue), as: UTF8.self)).render(values)
    } catch {
      preconditionFailure("the program's own \(page.rawValue) is no Mustache: \(error.message)")
    }
  }
}

extension MustacheValue {
  /// Without the characters that XML has no form for (XML 1.0 §2.2).
  fileprivate var withoutControls: MustacheValue {
    switch self {
    case .flag: self
    case .text(let text): .text(text.withoutControls)
    case .list(let items, let text): .list(items.map(\.withoutControls), text: text.withoutControls)
    case .object(let members, let text): .object(members.mapValues(\.withoutControls), text: text.withoutControls)
    }
  }
}

extension String {
  fileprivate var withoutControls: String {
    unicodeScalars.allSatisfy(\.isXML)
      ? self : String(String.UnicodeScalarView(unicodeScalars.map { $0.isXML ? $0 : "\u{FFFD}" }))
  }
}

extension Unicode.Scalar {
  fileprivate var isXML: Bool {
    value >= 0x20 && value != 0xFFFE && value != 0xFFFF || value == 0x09 || value == 0x0A || value == 0x0D
  }
}

/// The root around content that is to be read as XML.
private enum Frame {
  static let head = "<main xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">"

  static func around(_ content: [UInt8]) -> [UInt8] { Array(head.utf8) + content + Array("</main>".utf8) }
}

/// A page of a user's: Mustache, and well-formed when its tags are taken out.
func checkPage(_ file: SourceFile, name: String, findings: inout Findings) -> Bool {
  guard let page = PageTemplate(rawValue: name) else { return true }
  let note = "the program's own page is used"
  do throws(MustacheError) {
    _ = try MustachePage(String(decoding: file.bytes, as: UTF8.self))
  } catch {
    findings.error(
      .templateUnusable, error.message, at: file.place(line: error.line, column: error.column), notes: [note])
    return false
  }
  var blank = file.bytes
  for tag in file.bytes.tags {
    for index in tag.range { blank[index] = UInt8(ascii: " ") }
    guard tag.sign != UInt8(ascii: "!"), tag.name != "." else { continue }
    reportUnknown(tag, in: file, among: page.names, findings: &findings)
  }
  do throws(XMLError) {
    try checkWellFormed(Frame.around(blank))
    return true
  } catch {
    let column = error.line == 1 ? error.column - Frame.head.utf8.count : error.column
    findings.error(
      .templateUnusable, "the page is no XML: \(error.message)", at: file.place(line: error.line, column: column),
      notes: [note])
    return false
  }
}
