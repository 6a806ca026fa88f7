import BookModel
import SourceText

/// mdBook (rust-lang.github.io/mdBook, Format: SUMMARY.md), and GitBook, which has the same file: its contents are a
/// list of links, nested as the chapters are, under headings that name parts.
extension Finder {
  mutating func mdBook() -> PlainSite? {
    for root in plainRoots {
      let settings = plainSettings([Paths.join(root, "book.toml")])
      let source = settings?.value["book"]?["src"]?.string ?? "src"
      let folders = [Paths.resolve(source, in: root), settings == nil ? root : nil].compactMap { $0 }
      for folder in folders {
        guard let bytes = try? world.read(Paths.join(folder, "SUMMARY.md")) else { continue }
        return mdBook(settings?.value["book"], folder: folder, summary: bytes)
      }
    }
    return nil
  }

  private mutating func mdBook(_ settings: Value?, folder: String, summary: [UInt8]) -> PlainSite {
    let file = files.add(path: Paths.join(folder, "SUMMARY.md"), bytes: summary)
    var site = PlainSite(kind: .mdBook, folder: folder)
    site.title = settings?["title"]?.scalarText
    site.description = settings?["description"]?.scalarText
    site.language = settings?["language"]?.string
    site.authors = (settings?["authors"]?.array ?? []).compactMap(\.scalarText).map { Contributor(name: $0) }
    var summary = Summary(file)
    site.sidebars = [Sidebar(name: "summary", items: summary.items())]
    site.sidebarFile = file.id
    findings.append(summary.findings)
    return site
  }
}

/// The contents of a `SUMMARY.md`.
struct Summary {
  var findings = Findings()
  private var lines: [Line] = []
  private var next = 0

  private struct Line {
    /// Columns before the bullet; for a heading -1.
    var indent: Int
    var label: String
    /// nil for a heading.
    var path: String?
    var range: SourceRange
  }

  init(_ file: SourceFile) {
    var start = 0
    for line in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let range = SourceRange(file: file.id, start..<start + line.count)
      start += line.count + 1
      if let line = Summary.line(String(decoding: line, as: UTF8.self), at: range) { lines.append(line) }
    }
    // The first heading names the file itself.
    if lines.first?.indent == -1 { lines.removeFirst() }
  }

  /// Parts, and the chapters that stand before them.
  mutating func items() -> [SidebarItem] {
    var items: [SidebarItem] = []
    while next < lines.count {
      if lines[next].indent == -1 {
        let label = lines[next].label
        next += 1
        items.append(.category(SidebarCategory(label: label, link: .none, items: chapters(deeperThan: -1))))
      } else {
        items += chapters(deeperThan: -1)
      }
    }
    return items
  }

  private mutating func chapters(deeperThan indent: Int) -> [SidebarItem] {
    var items: [SidebarItem] = []
    while next < lines.count, lines[next].indent > indent {
      let line = lines[next]
      next += 1
      let inner = chapters(deeperThan: line.indent)
      let id = line.path.flatMap { $0.isEmpty ? nil : Paths.withoutExtension($0) }
      if id == nil {
        findings.note(.pageDraft, "the chapter `\(line.label)` is not written yet", at: line.range)
      }
      if inner.isEmpty {
        if let id { items.append(.page(id: id, label: line.label, isReference: false)) }
      } else {
        let link = id.map { CategoryLink.page(id: $0) } ?? .none
        items.append(.category(SidebarCategory(label: line.label, link: link, items: inner)))
      }
    }
    return items
  }

  /// `  - [Label](path.md)`, `[Label](path.md)`, `# Part`; nil for anything else.
  private static func line(_ text: String, at range: SourceRange) -> Line? {
    let indent = text.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    var rest = text.drop { $0 == " " || $0 == "\t" }
    if rest.hasPrefix("#") {
      return Line(indent: -1, label: plain(rest.drop { $0 == "#" }), path: nil, range: range)
    }
    if let first = rest.first, "-*+".contains(first) { rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" } }
    guard rest.first == "[", let middle = rest.firstRange(of: "](") else { return nil }
    let label = rest[rest.index(after: rest.startIndex)..<middle.lowerBound]
    let address = rest[middle.upperBound...].prefix { $0 != ")" && $0 != "#" }
    let path = address.split(separator: "%20", omittingEmptySubsequences: false).joined(separator: " ")
    return Line(indent: indent, label: plain(label), path: Paths.resolve(path) ?? "", range: range)
  }

  /// Without the marks of Markdown that stand in titles.
  private static func plain(_ label: Substring) -> String {
    String(label.filter { !"`*\\".contains($0) }).trimmingSpace
  }
}
