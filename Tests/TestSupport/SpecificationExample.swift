import Testing

/// One numbered example of a specification: Markdown and the HTML it must become.
package struct SpecificationExample: Sendable, CustomTestStringConvertible {
  /// Counted from 1 in the order of the file, as the published specifications number them.
  package let number: Int
  /// The heading over the example.
  package let section: String
  /// The word after `example` on its fence: the name of an extension of GFM, or empty.
  package let mark: String
  package let markdown: String
  package let html: String

  package var testDescription: String { "\(number), \(section)" }

  /// The examples of CommonMark 0.31.2; none where the shared data is absent.
  package static let commonMark = examples(in: "spec/commonmark-spec.txt")
  /// The examples of GFM 0.29; none where the shared data is absent.
  package static let gfm = examples(in: "spec/gfm-spec.txt")

  private static func examples(in path: String) -> [SpecificationExample] {
    guard SharedData.isPresent, let bytes = try? SharedData.bytes(path) else { return [] }
    return examples(of: String(decoding: bytes, as: UTF8.self))
  }

  /// The examples of a specification's text: between fences of 32 backticks, Markdown and HTML parted by a line
  /// with a full stop, tabs written as `→`.
  package static func examples(of text: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var section = ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix(fence + " example") {
        let markdown = lines.prefix { $0 != "." }
        lines = lines.dropFirst(markdown.count + 1)
        let html = lines.prefix { $0 != fence }
        lines = lines.dropFirst(html.count + 1)
        examples.append(
          SpecificationExample(
            number: examples.count + 1, section: section,
            mark: String(line.dropFirst(fence.count + " example".count).drop { $0 == " " }),
            markdown: joined(markdown), html: joined(html)))
      } else if let title = line.firstIndex(where: { $0 != "#" }), title != line.startIndex, line[title] == " " {
        section = String(line[title...].drop { $0 == " " })
      }
    }
    return examples
  }

  private static func joined(_ lines: ArraySlice<Substring>) -> String {
    lines.map { $0.split(separator: "→", omittingEmptySubsequences: false).joined(separator: "\t") + "\n" }.joined()
  }
}
