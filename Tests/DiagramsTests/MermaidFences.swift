import Foundation
import TestSupport

/// The Mermaid fences of Markdown files, found by their lines alone.
enum MermaidFences {
  /// - Parameter folder: of the shared data.
  static func sources(in folder: String) throws -> [String] {
    guard let root = SharedData.folder?.appending(path: folder) else { return [] }
    let paths = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".md") || $0.hasSuffix(".mdx") }.sorted().flatMap { path in
      fences(in: try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }
  }

  private static func fences(in text: String) -> [String] {
    var sources: [String] = []
    var open: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if let lines = open {
        if trimmed.hasPrefix("```") {
          sources.append(lines.joined(separator: "\n"))
          open = nil
        } else {
          open = lines + [line]
        }
      } else if trimmed.hasPrefix("```mermaid") {
        open = []
      }
    }
    return sources
  }
}
