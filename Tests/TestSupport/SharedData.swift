import Foundation
import Testing

/// Data that tests may read but the project does not hold: specifications and a real handbook, in `../shared`
/// beside the checkout.
package enum SharedData {
  /// The folder itself, or nil where it is absent.
  package static let folder: URL? = {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared = checkout.deletingLastPathComponent().appending(path: "shared").resolvingSymlinksInPath()
    return FileManager.default.fileExists(atPath: shared.path()) ? shared : nil
  }()

  /// The root of the checkout, for tests that look at the project's own files.
  package static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The bytes of a shared file, such as `spec/gfm-spec.txt`.
  package static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(folder)
    return [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }
}

/// For `@Test(.enabled(if: SharedData.isPresent, SharedData.absence))`.
extension SharedData {
  package static var isPresent: Bool { folder != nil }
  package static let absence: Comment = "skipped: the shared data (../shared) is not beside this checkout"
}
