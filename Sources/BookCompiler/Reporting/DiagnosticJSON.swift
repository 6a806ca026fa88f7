import BookModel
import SourceText

extension DiagnosticPrinter {
  /// One object on one line: `severity id message path line column endLine endColumn startByte endByte notes help`;
  /// lines and columns count from 1, bytes from 0; what is not known is left out.
  func json(_ diagnostic: Diagnostic, at place: Place?) -> String {
    var members: [Value.Member] = [
      .init("severity", .string(diagnostic.severity.name)), .init("id", .string(diagnostic.id.name)),
      .init("message", .string(diagnostic.message)),
    ]
    if let place {
      members.append(.init("path", .string(place.file.path)))
      let numbers = [
        ("line", place.start.line), ("column", place.start.column), ("endLine", place.end.line),
        ("endColumn", place.end.column), ("startByte", place.marked.lowerBound), ("endByte", place.marked.upperBound),
      ]
      members += numbers.map { .init($0.0, .number(Double($0.1))) }
    }
    members.append(.init("notes", .array(diagnostic.notes.map(Value.string))))
    if let help = diagnostic.help { members.append(.init("help", .string(help))) }
    return Value.object(members).json + "\n"
  }
}
