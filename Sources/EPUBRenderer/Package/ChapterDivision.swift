import BookModel

/// The division of a long chapter into files, so that old readers need not lay out a megabyte to show a page.
enum ChapterDivision {
  /// Divides blocks at headings into runs that stay under a weight where headings allow it.
  ///
  /// Of the heading levels, the highest is taken that makes every section light enough; sections are then joined
  /// as long as they fit.
  static func runs(of blocks: [Block], weights: [Int], limit: Int) -> [Range<Int>] {
    let sums = weights.reduce(into: [0]) { sums, weight in sums.append(sums[sums.count - 1] + weight) }
    func weight(_ run: Range<Int>) -> Int { sums[run.upperBound] - sums[run.lowerBound] }

    var sections = [blocks.startIndex..<blocks.endIndex]
    for level in 1...6 where sections.contains(where: { weight($0) > limit }) {
      sections = self.sections(of: blocks, downTo: level)
    }
    return sections.reduce(into: []) { runs, section in
      if let last = runs.last, weight(last.lowerBound..<section.upperBound) <= limit {
        runs[runs.count - 1] = last.lowerBound..<section.upperBound
      } else {
        runs.append(section)
      }
    }
  }

  private static func sections(of blocks: [Block], downTo level: Int) -> [Range<Int>] {
    var starts = [0]
    for (index, block) in blocks.enumerated().dropFirst() {
      if case .heading(let heading) = block.kind, heading.level <= level { starts.append(index) }
    }
    return zip(starts, starts.dropFirst() + [blocks.count]).map { $0..<$1 }
  }
}
