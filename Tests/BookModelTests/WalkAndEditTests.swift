import BookModel
import SourceText
import Testing

@Suite struct WalkAndEditTests {
  private let place = SourceFile(text: "").range

  private func text(_ string: String) -> Inline { Inline(.text(string), at: place) }
  private func paragraph(_ content: [Inline]) -> Block { Block(.paragraph(content), at: place) }

  /// One block of every kind that holds others, nested.
  private var tree: [Block] {
    let cell = TableCell(content: [text("cell")], range: place)
    let inner: [Block] = [
      Block(.heading(Heading(level: 2, content: [text("heading")])), at: place),
      Block(.table(Table(alignments: [.none], head: [cell], rows: [[cell]])), at: place),
      paragraph([Inline(.emphasis([Inline(.strong([text("marked")]), at: place)]), at: place)]),
    ]
    let list = List(marker: .bullet, isTight: true, items: [ListItem(blocks: inner, range: place)])
    let admonition = Admonition(
      style: .tip, keyword: "tip", title: [text("title")], blocks: [Block(.list(list), at: place)])
    let details = Details(summary: [text("summary")], blocks: [Block(.admonition(admonition), at: place)])
    let tabs = Tabs(panels: [.init(value: "a", label: "A", blocks: [Block(.details(details), at: place)])])
    return [Block(.quote([Block(.tabs(tabs), at: place)]), at: place)]
  }

  private struct Shouting: Editor {
    mutating func edit(_ inline: Inline) -> [Inline] {
      guard case .text(let text) = inline.kind else { return [inline.editingChildren(with: &self)] }
      return [Inline(.text(text.uppercased()), at: inline.range)]
    }
  }

  private func texts(_ blocks: [Block]) -> [String] {
    var found: [String] = []
    blocks.walkInlines { if case .text(let text) = $0.kind { found.append(text) } }
    return found
  }

  @Test func walkingReachesEveryText() {
    #expect(texts(tree) == ["summary", "title", "heading", "cell", "cell", "marked"])
  }

  @Test func editingReachesEveryTextAndKeepsTheRest() {
    var editor = Shouting()
    let edited = tree.edited(with: &editor)
    #expect(texts(edited) == texts(tree).map { $0.uppercased() })
    var kinds = 0
    tree.walk { _ in kinds += 1 }
    var editedKinds = 0
    edited.walk { _ in editedKinds += 1 }
    #expect(kinds == editedKinds && kinds == 8)
  }

  private struct Dropping: Editor {
    mutating func edit(_ block: Block) -> [Block] {
      if case .table = block.kind { return [] }
      return [block.editingChildren(with: &self)]
    }
  }

  @Test func anEditorMayDropBlocks() {
    var editor = Dropping()
    #expect(texts(tree.edited(with: &editor)) == ["summary", "title", "heading", "marked"])
  }

  @Test func plainTextKeepsWhatIsRead() {
    let inlines = [
      text("a"), Inline(.softBreak, at: place), Inline(.code("b"), at: place),
      Inline(.image(Image(source: .written("x.png"), alternative: "c")), at: place),
      Inline(.link(Link(target: .written("y"), content: [text("d")])), at: place),
    ]
    #expect(inlines.plainText == "a bcd")
  }
}
