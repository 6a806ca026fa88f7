import BookModel

extension ContentWriter {
  /// `<details><summary>More</summary>…` → a frame with the summary as its title, open: paper cannot be clicked on.
  func details(_ details: Details) {
    tex.environment("hpdetails", .body { [self] in set(in: .sans) { line(details.summary.trimmed) } }) {
      inset(18) { blocks(details.blocks) }
    }
  }
}
