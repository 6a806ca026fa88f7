import BookModel
import SourceText
import TestSupport
import Testing

@testable import SiteReader

@Suite struct RealHandbookTests {
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func sharedHandbook() throws {
    let root = try #require(SharedData.folder).appending(path: "handbook")
    let fixture = try SiteFixture(world: FolderWorld(root: root))
    print(fixture.outline)
    for d in fixture.findings.sorted() { print(d.severity, d.id, d.message, d.help ?? "", d.notes) }
    #expect(fixture.discovery.pages.count == 376)
    #expect(!fixture.findings.diagnostics.contains { $0.severity == .error })
  }
}
