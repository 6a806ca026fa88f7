import BookModel
import SourceText
import Testing

@testable import BookPasses

struct PartialTests {
  private func page(_ path: String, _ blocks: [Block]) -> Page { Page(file: FileID(7), path: path, blocks: blocks) }

  @Test func blocksStandInThePlaceOfTheComponent() {
    let partial = page("docs/_p.mdx", [heading(2, "In"), paragraph(text("for "), expression("props.name"))])
    let result = lowered(
      [esm("import Part from './\\\\_p.mdx'"), paragraph("a"), jsx("Part", [("name", "you")]), paragraph("b")],
      partials: ["docs/_p.mdx": partial])
    #expect(result.dump == "paragraph \"a\"\nheading 2 #in \"In\"\nparagraph \"for \" \"you\"\nparagraph \"b\"\n")
    #expect(result.findings.isEmpty)
  }

  @Test func nestedAndCyclic() {
    let a = page("docs/_a.mdx", [esm("import B from '@site/docs/_b.mdx'"), paragraph("a"), jsx("B")])
    let b = page("docs/_b.mdx", [esm("import A from './_a.mdx'"), paragraph("b"), jsx("A")])
    let result = lowered(
      [esm("import A from './_a.mdx'"), jsx("A")], partials: ["docs/_a.mdx": a, "docs/_b.mdx": b])
    #expect(result.dump == "paragraph \"a\"\nparagraph \"b\"\n")
    #expect(result.ids == ["partial-cycle"])
  }

  @Test func missing() {
    let result = lowered([esm("import A from './_a.mdx'"), jsx("A", [], [paragraph("kept")])])
    #expect(result.dump == "paragraph \"kept\"\n")
    #expect(result.ids == ["partial-missing"])
  }

  @Test func pathsForTheDriver() {
    let blocks = [
      esm("import A from './_a.mdx'\nimport {x, y as z} from 'lib'\nimport B from \"@site/docs/_b.md\";"),
      esm("import C from '../../../_c.mdx'\nimport A2 from './_a.mdx'"),
    ]
    #expect(
      ImportedPaths(of: blocks, at: "web/docs/p.md", site: Site()).pages == ["web/docs/_a.mdx", "docs/_b.md"])
  }
}
