import BookModel

/// Where everything a link can lead to will stand: computed before anything is rendered, so that links into a
/// chapter of several files are right whichever file is written first.
struct Addresses: Sendable {
  /// One content document of a chapter.
  struct Document: Equatable, Sendable {
    let fileName: String
    /// The chapter's blocks that stand in it.
    let blocks: Range<Int>
  }

  /// A fragment: which of the chapter's documents it is in, and its `id` there.
  struct Fragment: Equatable, Sendable {
    let document: Int
    let id: String
  }

  /// What is known of one chapter.
  struct Entry: Sendable {
    let documents: [Document]
    let fragments: [String: Fragment]
    /// For each footnote, in the chapter's order, the document that shows it.
    let footnoteDocuments: [Int]
    /// The same for each number of a footnote.
    let numberedFootnotes: [Int: Int]
    /// For each number of a footnote, the references to it in reading order.
    let references: [Int: [FootnoteOrigin]]
  }

  /// Where a footnote is referred to.
  struct FootnoteOrigin: Equatable, Sendable {
    let document: Int
    let occurrence: Int
  }

  private let entries: [Entry]

  init(_ chapters: [Chapter], _ surveys: [ChapterSurvey], limit: Int) {
    entries = zip(chapters, surveys).enumerated().map { index, pair in
      Entry(pair.0, pair.1, number: index + 1, of: chapters.count, limit: limit)
    }
  }

  subscript(chapter: ChapterID) -> Entry { entries[chapter.index] }

  /// The address of a chapter's anchor as seen from any content document, all of which lie in one folder.
  ///
  /// An anchor that the chapter has not leads to the chapter: the resolving pass has let nothing of the kind
  /// through, so in debug builds it traps.
  func address(of chapter: ChapterID, anchor: String?) -> String {
    let entry = self[chapter]
    guard let anchor, !anchor.isEmpty else { return entry.documents[0].fileName }
    guard let fragment = entry.fragments[anchor] else {
      assertionFailure("a resolved link leads to the anchor '\(anchor)', which its chapter has not")
      return entry.documents[0].fileName
    }
    return entry.documents[fragment.document].fileName + "#" + fragment.id
  }
}

extension Addresses.Entry {
  fileprivate init(_ chapter: Chapter, _ survey: ChapterSurvey, number: Int, of count: Int, limit: Int) {
    let runs = ChapterDivision.runs(of: chapter.blocks, weights: survey.weights, limit: limit)
    documents = runs.enumerated().map { index, run in
      let name = FileNames.chapter(number: number, of: count, slug: chapter.docID, run: index)
      return Addresses.Document(fileName: name, blocks: run)
    }
    let notes = Addresses.Entry.documents(ofFootnotesIn: chapter, survey, runs)
    footnoteDocuments = notes
    numberedFootnotes = Dictionary(
      zip(chapter.footnotes.map(\.number), notes).filter { $0.0 > 0 }, uniquingKeysWith: { first, _ in first })
    var references: [Int: [Addresses.FootnoteOrigin]] = [:]
    for reference in survey.references {
      let document = Addresses.Entry.document(of: reference.place, runs, notes)
      references[reference.number, default: []].append(
        Addresses.FootnoteOrigin(document: document, occurrence: reference.occurrence))
    }
    self.references = references
    var fragments: [String: Addresses.Fragment] = [:]
    for anchor in survey.anchors where fragments[anchor.name] == nil {
      let id = AnchorID.isPlain(anchor.name) ? anchor.name : AnchorID.substitute(fragments.count + 1)
      fragments[anchor.name] = Addresses.Fragment(
        document: Addresses.Entry.document(of: anchor.place, runs, notes), id: id)
    }
    self.fragments = fragments
  }

  /// A footnote stands in the document that first refers to it, so that its pop-up needs no other file.
  private static func documents(
    ofFootnotesIn chapter: Chapter, _ survey: ChapterSurvey, _ runs: [Range<Int>]
  ) -> [Int] {
    var firstReferences: [Int: Int] = [:]
    for reference in survey.references where firstReferences[reference.number] == nil {
      if case .block(let block) = reference.place { firstReferences[reference.number] = run(of: block, runs) }
    }
    return chapter.footnotes.map { firstReferences[$0.number] ?? runs.count - 1 }
  }

  private static func document(of place: ChapterSurvey.Place, _ runs: [Range<Int>], _ notes: [Int]) -> Int {
    switch place {
    case .block(let block): run(of: block, runs)
    case .footnote(let index): notes[index]
    }
  }

  private static func run(of block: Int, _ runs: [Range<Int>]) -> Int {
    runs.firstIndex { $0.contains(block) } ?? 0
  }
}

/// The `id`s of content documents.
///
/// Anchors of ASCII letters, digits, `-` and `_` stay as they are. Others get an id of ours, because readers
/// disagree on how a fragment is encoded. Ours all hold a `.`, so the two can never meet.
enum AnchorID {
  static func isPlain(_ anchor: String) -> Bool {
    anchor.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
  }

  static func substitute(_ ordinal: Int) -> String { "a.\(ordinal)" }
  static func footnote(_ number: Int) -> String { "fn.\(number)" }
  static func footnoteReference(_ number: Int, _ occurrence: Int) -> String { "fnref.\(number).\(occurrence)" }
  static func label(_ ordinal: Int) -> String { "label.\(ordinal)" }
}
