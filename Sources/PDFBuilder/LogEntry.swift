/// One complaint of the engine, at a place in the edition's files.
struct LogEntry: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// The message, and the line of the file as far as TeX had read it.
    case error(String, context: String?)
    case overfull(points: Double, isVertical: Bool)
    case missingGlyph(Unicode.Scalar)
    /// The label or destination that is not there.
    case reference(String)
  }

  var kind: Kind
  var file: String?
  /// From 1.
  var line: Int?
  /// The last line of the paragraph.
  var lastLine: Int?

  init(_ kind: Kind, file: String? = nil, line: Int? = nil, lastLine: Int? = nil) {
    self.kind = kind
    self.file = file
    self.line = line
    self.lastLine = lastLine
  }
}
