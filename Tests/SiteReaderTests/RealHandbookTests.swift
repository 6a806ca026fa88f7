import BookModel
import SourceText
import TestSupport
import Testing

@testable import SiteReader

/// The handbook of the shared data: 376 pages, an explicit sidebar with generated parts, no number prefixes.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence)) struct RealHandbookTests {
  private func handbook() throws -> SiteFixture {
    let root = try #require(SharedData.folder).appending(path: "handbook")
    return try SiteFixture(world: FolderWorld(root: root))
  }

  @Test func everyPageStandsInTheBookOnce() throws {
    let fixture = try handbook()
    #expect(fixture.book.chapters.count == 376)
    #expect(Set(fixture.book.chapters.map(\.path)).count == 376)
    #expect(Set(fixture.book.chapters.map(\.permalink)).count == 376)
    #expect(fixture.diagnosed == ["page-outside-sidebars"])
  }

  @Test func partsFollowTheSidebar() throws {
    let fixture = try handbook()
    let top = fixture.book.outline.map { node in
      switch node {
      case .chapter(let id): fixture.book[id].label
      case .division(let division): "\(division.role) \(division.label)"
      }
    }
    #expect(
      top == [
        "part 00 · Handbook Introduction", "part 01 · Handbook Method", "part 02 · Execution Patterns",
        "part 03 · Professional Scenarios", "part 04 · Tooling & Frameworks", "part 05 · Responsible AI",
        "part Foundations (Reference)", "part 06 · Templates", "part 07 · Experiments", "part 08 · Code & Snippets",
        "CLI Agents (General)", "Changelog", "License", "appendix Appendix",
      ])
    #expect(fixture.book.chapters.first?.docID == "00-handbook-introduction/site-map")
  }

  @Test func pagesWithoutASidebarStandInTheAppendix() throws {
    let fixture = try handbook()
    guard case .division(let appendix) = fixture.book.outline.last else {
      Issue.record("the last node is no division")
      return
    }
    let pages = appendix.children.map { node in
      if case .chapter(let id) = node { fixture.book[id].path } else { "" }
    }
    #expect(
      pages
        == ["README", "bias", "environmental-ai", "ethical-ai", "explainable-ai"].map {
          "docs/05-responsible-ai/\($0).md"
        })
  }

  @Test func addressesKeepTheirNumbers() throws {
    let fixture = try handbook()
    let page = fixture.chapter("docs/foundations/01-generative-ai-introduction/introduction.md")
    #expect(
      page?.permalink == "/gen-ai-llm-docs/docs/foundations/01-generative-ai-introduction/introduction")
    #expect(fixture.book.metadata.title == "GenAI & LLM Handbook")
    #expect(fixture.book.site.rules.hasMermaid && !fixture.book.site.rules.hasMath)
  }
}
