import SourceText

extension DiagnosticPrinter {
  /// One object on one line: `severity id message path line column endLine endColumn startByte endByte notes help`;
  /// lines and columns count from 1, bytes from 0; what is not known is left out.
  func json(_ diagnostic: Diagnostic, at place: Place?) -> String {
    var members = [
      ("severity", quoted(diagnostic.severity.name)), ("id", quoted(diagnostic.id.name)),
      ("message", quoted(diagnostic.message)),
    ]
    if let place {
      members += [
        ("path", quoted(place.file.path)),
        ("line", String(place.start.line)), ("column", String(place.start.column)),
        ("endLine", String(place.end.line)), ("endColumn", String(place.end.column)),
        ("startByte", String(place.marked.lowerBound)), ("endByte", String(place.marked.upperBound)),
      ]
    }
    members.append(("notes", "[" + diagnostic.notes.map(quoted).joined(separator: ",") + "]"))
    if let help = diagnostic.help { members.append(("help", quoted(help))) }
    return "{" + members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}\n"
  }

  /// A JSON string (RFC 8259 §7).
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
