/// Arithmetic on addresses of the site.
enum Address {
  /// Parts joined with single slashes, one in front; a slash at the end is kept (Docusaurus: `normalizeUrl`).
  static func join(_ parts: String...) -> String {
    let text = parts.filter { !$0.isEmpty }.joined(separator: "/")
    let segments = text.split(separator: "/")
    let end = text.hasSuffix("/") && !segments.isEmpty ? "/" : ""
    return "/" + segments.joined(separator: "/") + end
  }

  /// A written slug against a folder's address, `.` and `..` worked out (`resolve-pathname`).
  static func resolve(_ slug: String, in folder: String) -> String {
    var segments = folder.split(separator: "/")
    for segment in slug.split(separator: "/") {
      if segment == ".." { _ = segments.popLast() } else if segment != "." { segments.append(segment) }
    }
    let end = slug.hasSuffix("/") && !segments.isEmpty ? "/" : ""
    return "/" + segments.joined(separator: "/") + end
  }

  /// The last part of `/category/…` of a generated index: github-slugger's slug of its label.
  static func slug(_ label: String) -> String {
    var result = ""
    for scalar in label.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
        result.unicodeScalars.append(scalar)
      case _ where scalar == "-": result += "-"
      case _ where scalar == " ": result += "-"
      default: break
      }
    }
    return result
  }
}
