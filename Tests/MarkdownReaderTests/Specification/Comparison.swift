/// Comparing documents, many at a time.
enum Comparison {
  /// What the two read differently, in the order of the seeds.
  static func disagreements(in documents: [FuzzDocument]) throws -> [Disagreement] {
    var found: [Disagreement] = []
    for mode in FuzzDocument.Mode.allCases {
      let documents = documents.filter { $0.mode == mode }
      let theirs = try CMarkGFM.html(of: documents.map(\.markdown), arguments: mode.programArguments)
      for (document, theirs) in zip(documents, theirs) {
        let ours = specificationHTML(of: document.markdown, dialect: mode.dialect)
        if let disagreement = Disagreement(document, ours: ours, theirs: theirs) { found.append(disagreement) }
      }
    }
    return found.sorted { $0.document.seed < $1.document.seed }
  }

  /// The smallest document found that the two still read differently, with the same explanation or the same lack of
  /// one: pieces are left out, of lines first and then of characters, as long as that works (Zeller's delta debugging).
  static func shrunk(_ disagreement: Disagreement) throws -> Disagreement {
    var smallest = disagreement
    for unit in Unit.allCases {
      var size = max(1, unit.pieces(of: smallest.document.markdown).count / 2)
      while size > 0 {
        while let smaller = try smaller(than: smallest, leavingOut: size, unit) { smallest = smaller }
        size /= 2
      }
    }
    return smallest
  }

  private static func smaller(
    than disagreement: Disagreement, leavingOut size: Int, _ unit: Unit
  ) throws -> Disagreement? {
    let pieces = unit.pieces(of: disagreement.document.markdown)
    let candidates = stride(from: 0, to: pieces.count, by: size).map { start in
      var document = disagreement.document
      document.markdown = Array((pieces.prefix(start) + pieces.dropFirst(start + size)).joined())
      return document
    }
    let explanation = disagreement.explanation
    return try disagreements(in: candidates).filter { $0.explanation == explanation }
      .min { $0.document.markdown.count < $1.document.markdown.count }
  }

  private enum Unit: CaseIterable {
    case line, character

    func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
      let starts = bytes.indices.filter { index in
        switch self {
        case .line: index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
        case .character: bytes[index] & 0xC0 != 0x80
        }
      }
      return zip(starts, starts.dropFirst() + [bytes.count]).map { bytes[$0..<$1] }
    }
  }
}
