import BookModel
import MarkupXML
import SourceText

extension Edition {
  /// One content document of a chapter.
  struct ChapterPage: Sendable {
    let chapter: ChapterID
    let role: ReadingOrder.Role
    let document: Int
    /// The line over the title: the part and the sections it stands in; nil for none.
    let kicker: String?
  }

  /// `<section epub:type="chapter" role="doc-chapter">` with the title, the blocks and the notes of a document.
  ///
  /// A chapter without any title is one that nobody can find: where a page hides its title and has no H1, the book
  /// shows the title all the same.
  func render(_ page: ChapterPage, findings: inout Findings) -> ContentDocument {
    let chapter = book[page.chapter]
    let document = addresses[page.chapter].documents[page.document]
    let blocks = chapter.blocks[document.blocks]
    let writer = ContentWriter(self, chapter: chapter, document: page.document, capacity: 16_384)
    self.page(writer.xml, title: chapter.title, bodyType: page.role == .appendix ? "backmatter" : "bodymatter") {
      writer.xml.element(
        "section", page.role.attributes(title: chapter.title, language: languageAttributes(chapter.language))
      ) {
        writer.xml.newline()
        writer.kicker(page.kicker)
        if page.document == 0, chapter.showsTitle || !Array(blocks).hasLevelOneHeading {
          writer.title(chapter.title.isBlank ? chapter.docID : chapter.title)
          writer.xml.newline()
        }
        writer.blocks(blocks)
        writer.footnotes()
      }
      writer.xml.newline()
    }
    findings.append(writer.findings)
    let properties = (writer.hasMathML ? ["mathml"] : []) + (writer.hasSVG ? ["svg"] : [])
    return ContentDocument(fileName: document.fileName, bytes: writer.xml.output, properties: properties)
  }
}

extension [Block] {
  fileprivate var hasLevelOneHeading: Bool {
    contains { block in
      if case .heading(let heading) = block.kind {
        return heading.level == 1 && !heading.content.plainText.isBlank
      }
      return block.childBlocks.hasLevelOneHeading
    }
  }
}

extension ReadingOrder.Role {
  /// The type and the role that go together (EPUB Type to ARIA Role Authoring Guide 1.1 §3).
  fileprivate func attributes(title: String, language: XMLAttributes) -> XMLAttributes {
    var attributes: XMLAttributes
    switch self {
    case .chapter: attributes = ["epub:type": "chapter", "role": "doc-chapter"]
    case .part: attributes = ["epub:type": "part", "role": "doc-part"]
    case .appendix: attributes = ["epub:type": "appendix", "role": "doc-appendix"]
    }
    attributes.append("aria-label", title.isBlank ? nil : title)
    return attributes + language
  }
}
