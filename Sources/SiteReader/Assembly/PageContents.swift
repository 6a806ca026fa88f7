import BookModel

/// What a page's blocks say of it: its title and its first line.
struct PageContents {
  /// The first heading as plain text, where it is of level 1 and stands first, imports apart (Docusaurus:
  /// `parseMarkdownContentTitle`).
  var title: String?
  /// Whether a heading of level 1 is shown as the page's title: the first heading, before any thematic break
  /// (Docusaurus: `remark/contentTitle`).
  var hasTitle: Bool
  /// The first line with text (Docusaurus: `createExcerpt`).
  var excerpt: String?

  init(_ blocks: [Block]) {
    let first = blocks.first { !$0.isImport }
    if case .heading(let heading) = first?.kind, heading.level == 1 {
      title = PageContents.text(of: heading.content)
    }
    let decisive = blocks.first { $0.isHeading || $0.kind == .thematicBreak }
    if case .heading(let heading) = decisive?.kind { hasTitle = heading.level == 1 } else { hasTitle = false }
    excerpt = PageContents.firstLine(in: blocks)
  }

  private static func firstLine(in blocks: [Block]) -> String? {
    for block in blocks {
      var line: String?
      switch block.kind {
      case .heading(let heading): line = heading.level == 1 ? nil : text(of: heading.content)
      case .paragraph(let content), .plain(let content): line = text(of: content)
      default: line = firstLine(in: block.childBlocks)
      }
      if let line, !line.isEmpty { return line }
    }
    return nil
  }

  /// The text up to the end of the first line.
  private static func text(of content: [Inline]) -> String {
    let line = content.prefix { $0.kind != .softBreak && $0.kind != .lineBreak }
    return Array(line).plainText.trimmingSpace
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }

  fileprivate var isImport: Bool {
    if case .written(.esm(let text)) = kind { return text.hasPrefix("import") }
    return false
  }
}
