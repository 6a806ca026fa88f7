/// One file of an EPUB container.
package struct EPUBFile: Equatable, Sendable {
  /// Relative to the container's root: `EPUB/package.opf`.
  package var path: String
  /// Empty for `mimetype` and what stands in `META-INF/`, which no manifest lists.
  package var mediaType: String
  package var bytes: [UInt8]

  package init(path: String, mediaType: String, bytes: [UInt8]) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
  }
}
