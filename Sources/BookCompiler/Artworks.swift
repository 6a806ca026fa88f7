import Artwork
import BookModel
import SourceText

/// What the tool draws and sets for a book: worked out beside its links and numbers, since it depends on neither.
struct Artworks: Sendable {
  private let illustrations: Illustrations
  private let findings: Findings

  /// Libraries are read where Debian's packages put them.
  init(of book: Book, workers: Int) {
    var findings = Findings()
    illustrations =
      (try? DiskWorld(root: "/usr/share")).map {
        illustrate(book, libraries: $0, workers: workers, findings: &findings)
      } ?? Illustrations()
    self.findings = findings
  }

  /// The results; what was found goes with the other findings.
  func take(_ findings: inout Findings) -> Illustrations {
    findings.append(self.findings)
    return illustrations
  }
}
