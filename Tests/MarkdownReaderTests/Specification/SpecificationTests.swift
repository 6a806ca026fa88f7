import MarkdownReader
import TestSupport
import Testing

/// Every example of CommonMark and of GFM.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct SpecificationTests {
  @Test func everyExampleIsFound() {
    #expect(SpecificationExample.commonMark.count == 655)
    #expect(SpecificationExample.gfm.count == 673)
    for example in SpecificationExample.commonMark + SpecificationExample.gfm {
      #expect(!example.section.isEmpty)
      #expect(!example.markdown.isEmpty)
    }
    #expect(Set(SpecificationExample.commonMark.map(\.mark)) == [""])
    let marks = Set(SpecificationExample.gfm.map(\.mark))
    #expect(marks == ["", "table", "strikethrough", "autolink", "tagfilter", "disabled"])
  }

  @Test(arguments: SpecificationExample.commonMark)
  func commonMark(_ example: SpecificationExample) {
    let html = specificationHTML(of: Array(example.markdown.utf8), dialect: .commonMark)
    #expect(html == example.html, "\(example.markdown)")
  }

  /// As the specification's own test does it, an example is read with GFM's extensions where it is marked with one.
  @Test(arguments: SpecificationExample.gfm)
  func gfm(_ example: SpecificationExample) {
    let html = specificationHTML(
      of: Array(example.markdown.utf8), dialect: example.mark.isEmpty ? .commonMark : .gfm,
      taskBox: .specification, filtersTags: example.mark == "tagfilter")
    expect(html, toBe: example, unless: SpecificationException.gfm)
  }

  /// GFM is a superset of CommonMark but for addresses, which it links wherever they stand.
  @Test(arguments: SpecificationExample.commonMark)
  func commonMarkReadAsGFM(_ example: SpecificationExample) {
    let html = specificationHTML(of: Array(example.markdown.utf8), dialect: .gfm)
    expect(html, toBe: example, unless: SpecificationException.commonMarkReadAsGFM)
  }

  /// An exception whose example passes after all is a failure too: it would hide nothing but the next mistake.
  private func expect(
    _ html: String, toBe example: SpecificationExample, unless exceptions: [SpecificationException]
  ) {
    if let exception = exceptions.first(where: { $0.number == example.number }) {
      #expect(html != example.html, "listed as an exception, but passes: \(exception.reason)")
      #expect(html == exception.html, "\(example.markdown)")
    } else {
      #expect(html == example.html, "\(example.markdown)")
    }
  }

  @Test func exceptionsNameExamples() {
    for exception in SpecificationException.gfm {
      #expect(SpecificationExample.gfm.contains { $0.number == exception.number })
    }
    for exception in SpecificationException.commonMarkReadAsGFM {
      #expect(SpecificationExample.commonMark.contains { $0.number == exception.number })
    }
  }
}
