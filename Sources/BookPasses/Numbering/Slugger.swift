/// Slugs as github-slugger 2 makes them: one slugger a page, repeats numbered.
struct Slugger {
  private var occurrences: [String: Int] = [:]

  /// The slug of a heading's text, with `-1`, `-2` … until no earlier slug of the page is the same.
  mutating func slug(_ text: String, keepingCase: Bool) -> String {
    let original = Slugger.slug(text, keepingCase: keepingCase)
    var result = original
    while occurrences[result] != nil {
      occurrences[original]! += 1
      result = "\(original)-\(occurrences[original]!)"
    }
    occurrences[result] = 0
    return result
  }

  /// The slug without regard to others.
  static func slug(_ text: String, keepingCase: Bool) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiSlug(text, keepingCase: keepingCase) }
    let cased = keepingCase ? text : lowercasedAsJavaScript(text)
    var result = String.UnicodeScalarView()
    for scalar in cased.unicodeScalars where isKept(scalar) {
      result.append(scalar == " " ? "-" : scalar)
    }
    return String(result)
  }

  private static func asciiSlug(_ text: String, keepingCase: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte.isLetter {
        result.append(keepingCase ? byte : byte.lowercasedASCII)
      } else if byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        result.append(byte)
      } else if byte == 0x20 {
        result.append(UInt8(ascii: "-"))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What the package's `script/generate-regex.mjs` leaves in: letters, marks, decimal and letter numbers,
  /// connectors, whatever is alphabetic, the space and the hyphen, all as Unicode 13 knows them.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " || scalar == "-" { return true }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .otherNumber, .closePunctuation, .finalPunctuation, .initialPunctuation, .openPunctuation, .otherPunctuation,
      .dashPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .control, .privateUse, .format,
      .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return properties.isAlphabetic && isInUnicode13(properties)
    default: return isInUnicode13(properties)
    }
  }

  private static func isInUnicode13(_ properties: Unicode.Scalar.Properties) -> Bool {
    guard let age = properties.age else { return false }
    return age.major <= 13
  }

  /// JavaScript's `toLowerCase`: Unicode's full mapping with its one rule of context, the sigma at a word's end
  /// (Unicode §3.13, Final_Sigma).
  private static func lowercasedAsJavaScript(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      result += scalar == "Σ" && isFinal(index, in: scalars) ? "ς" : scalar.properties.lowercaseMapping
    }
    return result
  }

  private static func isFinal(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased == true && after?.properties.isCased != true
  }
}
