import Foundation
import TestSupport

/// The project's own files, for tests that hold the house rules.
enum Checkout {
  struct File {
    /// Relative to the checkout.
    var path: String
    var lines: [Substring]

    /// `Sources/EPUBRenderer/Content/Tables.swift` → `EPUBRenderer`; `Sources/Bindings/Zip/…` → `ZipBinding`.
    var room: String {
      let segments = path.split(separator: "/")
      return segments[1] == "Bindings" ? "\(segments[2])Binding" : String(segments[1])
    }

    var imports: [String] {
      lines.filter { $0.hasPrefix("import ") || $0.hasPrefix("@testable import ") }
        .compactMap { $0.split(separator: " ").last.map(String.init) }
    }
  }

  /// Every file below a folder whose name ends so, in the order of their paths.
  static func files(in folder: String, ending: String) throws -> [File] {
    let root = SharedData.checkout
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
    return try (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }.sorted().map { name in
      let text = try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
      return File(path: "\(folder)/\(name)", lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: SharedData.checkout.appending(path: path), encoding: .utf8)
  }
}
