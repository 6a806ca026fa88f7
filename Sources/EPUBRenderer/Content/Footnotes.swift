import BookModel
import MarkupXML

extension ContentWriter {
  /// `[^1]` → `<a href="#fn.1" id="fnref.1.1" epub:type="noteref" role="doc-noteref">1</a>`, which readers show as a
  /// pop-up (EPUB 3 Structural Semantics Vocabulary §4.6).
  func footnoteReference(_ reference: FootnoteReference) {
    let number = reference.number
    guard let home = addresses.numberedFootnotes[number] else { return xml.text("[^\(reference.label)]") }
    let file = home == document ? "" : addresses.documents[home].fileName
    let id = claim(id: AnchorID.footnoteReference(number, reference.occurrence))
    guard openLinks == 0 else { return xml.element("sup", ["id": id], text: String(number)) }
    xml.element("sup", ["class": "noteref"]) {
      let attributes: XMLAttributes = [
        "href": file + "#" + AnchorID.footnote(number), "id": id, "epub:type": "noteref",
        "role": "doc-noteref",
      ]
      xml.element("a", attributes, text: String(number))
    }
  }

  /// The notes of the document, at its end, in the order of their numbers; those that nothing refers to come last
  /// and show their label. No title stands over them: readers that show notes as pop-ups hide them here, and would leave
  /// it standing over nothing.
  func footnotes() {
    let notes = zip(chapter.footnotes, addresses.footnoteDocuments).filter { $0.1 == document }.map(\.0)
      .sorted { ($0.number == 0 ? Int.max : $0.number) < ($1.number == 0 ? Int.max : $1.number) }
    guard !notes.isEmpty else { return }
    xml.element(
      "div", ["class": "footnotes", "epub:type": "footnotes", "role": "group", "aria-label": words.footnotes]
    ) {
      xml.newline()
      for note in notes {
        footnote(note)
        xml.newline()
      }
    }
    xml.newline()
  }

  private func footnote(_ note: Footnote) {
    let isNumbered = note.number > 0
    let attributes: XMLAttributes = [
      "id": isNumbered ? claim(id: AnchorID.footnote(note.number)) : nil, "class": "footnote",
      "epub:type": "footnote", "role": "doc-footnote",
      "aria-label": isNumbered ? words.fill(words.footnote, note.number) : note.label,
    ]
    xml.element("aside", attributes) {
      let mark = isNumbered ? "\(note.number)." : "[\(note.label)]"
      guard case .paragraph(let content)? = note.blocks.first?.kind else {
        xml.element("p") { noteMark(mark) }
        xml.newline()
        blocks(note.blocks)
        return backlinkParagraph(to: note)
      }
      let isShort = note.blocks.count == 1
      xml.element("p") {
        noteMark(mark)
        phrasing(content)
        if isShort { backlinks(to: note) }
      }
      guard !isShort else { return }
      xml.newline()
      footnoteRest(note)
    }
  }

  /// The blocks behind a note's first; the way back stands at the end of the last paragraph.
  private func footnoteRest(_ note: Footnote) {
    guard case .paragraph(let content)? = note.blocks.last?.kind else {
      blocks(note.blocks.dropFirst())
      return backlinkParagraph(to: note)
    }
    blocks(note.blocks.dropFirst().dropLast())
    xml.element("p") {
      phrasing(content)
      backlinks(to: note)
    }
  }

  private func backlinkParagraph(to note: Footnote) {
    guard note.number > 0 else { return }
    xml.element("p") { backlinks(to: note) }
  }

  private func noteMark(_ mark: String) {
    xml.element("span", ["class": "note-mark"], text: mark)
    xml.text(" ")
  }

  /// One way back for each reference. U+FE0E keeps the arrow from becoming an emoji.
  private func backlinks(to note: Footnote) {
    let origins = addresses.references[note.number] ?? []
    guard note.number > 0 else { return }
    for origin in origins {
      let file = origin.document == document ? "" : addresses.documents[origin.document].fileName
      let label =
        origins.count == 1 ? words.backToOnlyReference : words.fill(words.backToReference, origin.occurrence)
      let attributes: XMLAttributes = [
        "href": file + "#" + AnchorID.footnoteReference(note.number, origin.occurrence), "class": "backlink",
        "epub:type": "backlink", "role": "doc-backlink", "aria-label": label,
      ]
      xml.text(" ")
      xml.element("a", attributes, text: "↩\u{FE0E}")
    }
  }
}
