import BookModel
import SourceText

extension ContentWriter {
  /// An element of HTML that the lowering pass kept: what paper can show of it, and its content in any case.
  func element(_ element: Element<Block>, at range: SourceRange) {
    anchor(element[attribute: "id"])
    switch element.name {
    case "table": grid(Grid(element), at: range)
    case "ul", "ol", "dir", "menu": htmlList(element)
    case "dl": descriptions(element)
    case "hr": tex.closing("hprule")
    case "br": break
    case "pre": listing(CodeBlock(language: nil, text: element.content.text), title: nil)
    case "center": centered { self.content(of: element) }
    case "p", "div": isCentered(element) ? centered { self.content(of: element) } : content(of: element)
    case "blockquote": tex.environment("hpquote") { inset(18) { self.content(of: element) } }
    case "figcaption", "caption", "summary", "legend":
      tex.command("hpcaption", .body { [self] in set(in: .sans) { line(element.content.inlines[...]) } })
    default: content(of: element)
    }
  }

  private func isCentered(_ element: Element<Block>) -> Bool {
    element[attribute: "style"]?.contains("text-align: center") == true && !isBoxed
  }

  /// Runs of running text as paragraphs, blocks as themselves.
  private func content(of element: Element<Block>) {
    blocks(element.content)
  }

  private func centered(_ content: () -> Void) {
    tex.environment("hpcentered", content: content)
  }

  /// `<ol start="3"><li>…` → a list as of Markdown.
  private func htmlList(_ element: Element<Block>) {
    let items = element.content.compactMap { block -> ListItem? in
      guard case .element(let item) = block.kind else { return ListItem(blocks: [block], range: block.range) }
      return item.name == "li"
        ? ListItem(blocks: item.content, range: block.range) : ListItem(blocks: [block], range: block.range)
    }
    let start = element[attribute: "start"].flatMap { Int($0) } ?? 1
    list(List(marker: element.name == "ol" ? .ordered(start: start) : .bullet, isTight: true, items: items))
  }

  /// `<dl><dt>term</dt><dd>…` → terms in bold over their descriptions.
  private func descriptions(_ element: Element<Block>) {
    tex.environment("hpterms") {
      for block in element.content {
        tex.place = block.range
        guard case .element(let part) = block.kind else {
          self.block(block)
          continue
        }
        switch part.name {
        case "dt":
          tex.command(
            "hpterm",
            .body { [self] in
              anchor(part[attribute: "id"]); line(part.content.inlines[...])
            })
        case "dd": tex.environment("hpdescription") { inset(16) { blocks(part.content) } }
        default: self.block(block)
        }
        tex.newline()
      }
    }
  }

  /// The same in running text: `<kbd>Ctrl</kbd>` → `\hpkey{Ctrl}`; what paper cannot show is its content.
  func element(_ element: Element<Inline>) {
    if let id = element[attribute: "id"] { anchor(id) }
    let content = { self.inlines(element.content) }
    switch element.name {
    case "kbd":
      object(element.content.standIn) {
        tex.command("hpkey", .body { [self] in directed(.leftToRight) { set(in: .mono, content) } })
      }
    case "code", "samp", "tt": tex.command("code", .body { [self] in leftToRight { set(in: .mono, content) } })
    case "b", "strong": tex.command("hpstrong", .body(content))
    case "i", "em", "cite", "dfn", "var", "u", "ins": tex.command("emph", .body(content))
    case "sup":
      object(element.content.standIn) { tex.command("textsuperscript", .body { [self] in directed(nil, content) }) }
    case "sub":
      object(element.content.standIn) { tex.command("textsubscript", .body { [self] in directed(nil, content) }) }
    case "mark": tex.command("hpmark", .body(content))
    case "s", "del", "strike": struck(content)
    case "small": tex.command("hpsmall", .body(content))
    case "br":
      endDirectedLine()
      tex.command("hpbreak")
    case "wbr": tex.command("hpbk")
    case "q":
      text("“")
      content()
      text("”")
    case "rt":
      text(" (")
      content()
      text(")")
    case "rp": break
    case "a":
      let destination = element[attribute: "href"].flatMap { LinkAddress($0) }.map(Destination.address) ?? .nowhere
      link(to: destination, contents: element.content.plainText, content: content)
    default: content()
    }
  }
}

extension [Block] {
  /// The text of all that stands in it, as in a `pre`.
  fileprivate var text: String {
    map { block in
      switch block.kind {
      case .code(let code): code.text
      case .paragraph, .plain, .heading, .thematicBreak, .quote, .list, .diagram, .table, .math, .admonition, .details,
        .tabs, .figure, .cards, .element, .written:
        block.childInlines.plainText + block.childBlocks.text
      }
    }.joined(separator: "\n")
  }
}
