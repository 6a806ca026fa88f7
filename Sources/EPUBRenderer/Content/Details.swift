import BookModel
import MarkupXML

extension ContentWriter {
  /// `<details><summary>More</summary>…` → a group labelled by the summary, open: a page cannot be clicked on, and
  /// readers that know no `details` would hide it for good.
  func details(_ details: Details) {
    guard !details.summary.isEmpty else {
      return xml.element("div", ["class": "details"]) { blocks(details.blocks) }
    }
    let label = labelID()
    xml.element("div", ["class": "details", "role": "group", "aria-labelledby": label]) {
      xml.newline()
      xml.element("p", ["class": "summary", "id": label]) { phrasing(details.summary) }
      xml.newline()
      blocks(details.blocks)
    }
  }
}
