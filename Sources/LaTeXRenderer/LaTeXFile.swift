import SourceText

/// One file of the LaTeX edition.
package struct LaTeXFile: Equatable, Sendable {
  /// Relative to the folder of the edition, with `/` between segments; ASCII letters, digits, `-`, `.` only.
  package var path: String
  package var bytes: [UInt8]
  /// Where each line of a `.tex` file comes from, by its number less one; nil for lines that are the program's own.
  /// Empty for other files.
  package var origins: [SourceRange?]

  package init(path: String, bytes: [UInt8], origins: [SourceRange?] = []) {
    self.path = path
    self.bytes = bytes
    self.origins = origins
  }
}
