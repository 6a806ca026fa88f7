import Foundation
import TestSupport
import Testing

/// Every diagnostic has its page in `Docs/diagnostics/`, and every page its diagnostic.
@Suite struct DiagnosticsAreDocumentedTests {
  @Test func pagesAndIdentifiersAgree() throws {
    let declaration = #/static let \w+ = DiagnosticID\("([a-z0-9-]+)"\)/#
    let sources = try Checkout.files(in: "Sources", ending: ".swift")
    let declared = sources.flatMap { file in
      file.lines.filter { !$0.hasPrefix("///") }.compactMap { $0.firstMatch(of: declaration).map { String($0.1) } }
    }
    let documented = try Checkout.files(in: "Docs/diagnostics", ending: ".md").map {
      String($0.path.dropFirst("Docs/diagnostics/".count).dropLast(3))
    }.filter { $0 != "README" }
    #expect(declared.count > 20)
    #expect(declared.count == Set(declared).count, "an id is declared twice")
    for id in Set(declared).subtracting(documented).sorted() { Issue.record("Docs/diagnostics/\(id).md is missing") }
    for id in Set(documented).subtracting(declared).sorted() { Issue.record("\(id).md documents nothing") }
  }

  @Test func everyPageBeginsWithItsName() throws {
    for page in try Checkout.files(in: "Docs/diagnostics", ending: ".md") where !page.path.hasSuffix("README.md") {
      let name = page.path.split(separator: "/").last!.dropLast(3)
      #expect(page.lines.first == "# \(name)", "\(page.path)")
      #expect(page.lines.count >= 8, "\(page.path) says too little")
    }
  }
}
