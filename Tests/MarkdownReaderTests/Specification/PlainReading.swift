import BookModel
import MarkdownReader
import SourceText
import TestSupport

/// Markdown read in a plain dialect and written as the HTML of the specifications.
func specificationHTML(
  of markdown: [UInt8], dialect: Dialect, taskBox: SpecificationHTML.TaskBox = .program, filtersTags: Bool = false
) -> String {
  let file = SourceFile(id: FileID(0), path: "page.md", bytes: markdown)
  var findings = Findings()
  let (blocks, footnotes) = readBlocks(file, range: file.range, dialect: dialect, findings: &findings)
  return SpecificationHTML.render(blocks, footnotes: footnotes, taskBox: taskBox, filtersTags: filtersTags)
}
