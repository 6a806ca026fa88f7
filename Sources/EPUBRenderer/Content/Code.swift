import BookModel
import MarkupXML

extension ContentWriter {
  /// ```` ```js ```` → `<pre class="language-js" role="region" tabindex="0" aria-label="Code 1: js"><code>…`: a
  /// region that can be reached by keyboard and says its language. A title stands over it as the caption of a figure.
  func code(_ code: CodeBlock) {
    guard let title = code.title, !title.isBlank else { return listing(code, name: code.language) }
    let name = code.language.map { "\(title) (\($0))" } ?? title
    xml.element("figure", ["class": "code"]) {
      xml.element("figcaption", text: title)
      xml.newline()
      listing(code, name: name)
    }
  }

  private func listing(_ code: CodeBlock, name: String?) {
    listing(name: name, className: code.language.map { "language-\($0.lowercased())" }) {
      let tokens = tokens(of: code)
      if code.firstLineNumber == nil, code.highlightedLines.isEmpty {
        tokens.forEach(token)
      } else {
        lines(tokens.lines, of: code)
      }
    }
  }

  /// A region of code; numbered in its document, because the names of regions must differ.
  func listing(name: String?, className: String?, content: () -> Void) {
    codeBlocks += 1
    let label = words.fill(words.code, codeBlocks) + (name.map { ": \($0)" } ?? "")
    let attributes: XMLAttributes = [
      "class": className, "role": "region", "tabindex": "0", "aria-label": label, "dir": codeDirection,
    ]
    xml.element("pre", attributes) { xml.element("code", content: content) }
  }

  /// Each line in an element of its own. Its line feed stands inside, where one at the end of a block makes no
  /// empty line.
  private func lines(_ lines: [[CodeToken]], of code: CodeBlock) {
    var highlights = code.highlightedLines[...]
    let firstNumber = code.firstLineNumber.map { min(max($0, 0), 1_000_000_000) }
    let lastNumber = firstNumber.map { String($0 + lines.count - 1) } ?? ""
    for (index, line) in lines.enumerated() {
      while let first = highlights.first, first.upperBound <= index { highlights.removeFirst() }
      let isHighlighted = highlights.first?.contains(index + 1) == true
      xml.element(isHighlighted ? "mark" : "span", ["class": code.className(ofLine: index + 1)]) {
        if let first = firstNumber {
          let number = String(first + index)
          let padding = String(repeating: " ", count: max(0, lastNumber.utf8.count - number.utf8.count))
          xml.element("span", ["class": "number", "aria-hidden": "true"], text: padding + number + " ")
        }
        line.forEach(token)
        if index + 1 < lines.count { xml.newline() }
      }
    }
  }
}

extension CodeBlock {
  /// A line that is new or goes is called so beside.
  fileprivate func className(ofLine number: Int) -> String {
    if addedLines.contains(where: { $0.contains(number) }) { return "line added" }
    if removedLines.contains(where: { $0.contains(number) }) { return "line removed" }
    return "line"
  }
}

extension String {
  var withoutFinalLineFeed: String {
    utf8.last == UInt8(ascii: "\n") ? String(decoding: utf8.dropLast(), as: UTF8.self) : self
  }
}
