import BookModel

/// The HTML that `cmark` and `cmark-gfm` write for a document, byte for byte, made from our block tree.
///
/// It exists to compare the reader with the specifications' examples and with the `cmark-gfm` program; no book is
/// made with it. Constructs that CommonMark and GFM do not know come out between `⟦` and `⟧`, so that a plain
/// reading that makes one by mistake never passes. Follows `src/html.c` of cmark-gfm 0.29.0.gfm.6.
package struct SpecificationHTML {
  /// How the box of a task item is written.
  package enum TaskBox: Sendable {
    /// As in the examples of the GFM specification, §5.3.
    case specification
    /// As the `cmark-gfm` program does it.
    case program
  }

  var output: [UInt8] = []
  let taskBox: TaskBox
  let filtersTags: Bool
  var notes = NumberedFootnotes()

  private init(taskBox: TaskBox, filtersTags: Bool) {
    self.taskBox = taskBox
    self.filtersTags = filtersTags
  }

  /// - Parameter filtersTags: whether GFM's disallowed raw HTML (§6.11) is disarmed.
  package static func render(
    _ blocks: [Block], footnotes: [Footnote] = [], taskBox: TaskBox = .program, filtersTags: Bool = false
  ) -> String {
    var html = SpecificationHTML(taskBox: taskBox, filtersTags: filtersTags)
    html.notes = NumberedFootnotes(blocks: blocks, footnotes: footnotes)
    html.write(blocks)
    html.writeFootnotes()
    return String(decoding: html.output, as: UTF8.self)
  }

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block.kind {
    case .paragraph(let content): write(paragraph: content)
    case .plain(let content): write(content)
    case .heading(let heading): write(heading)
    case .thematicBreak: writeLine("<hr />")
    case .quote(let blocks):
      writeLine("<blockquote>")
      write(blocks)
      writeLine("</blockquote>")
    case .list(let list): write(list)
    case .code(let code): write(code)
    case .table(let table): write(table)
    case .written(.html(let html)):
      startLine()
      write(raw: filtersTags ? Self.disarmed(html) : html)
      write(raw: "\n")
    case .diagram: writeForeign("diagram")
    case .math: writeForeign("math")
    case .admonition: writeForeign("admonition")
    case .details: writeForeign("details")
    case .tabs: writeForeign("tabs")
    case .figure: writeForeign("figure")
    case .cards: writeForeign("cards")
    case .element: writeForeign("element")
    case .written(.directive): writeForeign("directive")
    case .written(.jsx): writeForeign("jsx")
    case .written(.expression): writeForeign("expression")
    case .written(.esm): writeForeign("esm")
    }
  }

  private mutating func write(paragraph content: [Inline]) {
    startLine()
    write(raw: "<p>")
    write(content)
    write(raw: "</p>\n")
  }

  private mutating func write(_ heading: Heading) {
    startLine()
    write(raw: "<h\(heading.level)>")
    write(heading.content)
    write(raw: "</h\(heading.level)>\n")
  }

  private mutating func write(_ code: CodeBlock) {
    startLine()
    if let language = code.language {
      write(raw: "<pre><code class=\"language-")
      write(text: language)
      write(raw: "\">")
    } else {
      write(raw: "<pre><code>")
    }
    write(text: code.text)
    write(raw: "</code></pre>\n")
  }

  /// A construct that plain Markdown does not have.
  mutating func writeForeign(_ kind: String) {
    write(raw: "⟦\(kind)⟧")
  }

  // MARK: Lines

  mutating func write(raw html: String) {
    output += html.utf8
  }

  /// Ends the line that has been begun, if one has.
  mutating func startLine() {
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
  }

  mutating func writeLine(_ html: String) {
    startLine()
    write(raw: html)
    output.append(UInt8(ascii: "\n"))
  }
}
