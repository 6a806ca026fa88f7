/// What was made of a book's diagrams, formulas and listings, by what was asked for.
///
/// Renderers look here; what they do not find they show as its author wrote it. The results belong to no format:
/// each renderer maps them to its own.
package struct Illustrations: Sendable {
  package var drawings: [Diagram: Drawing] = [:]
  package var formulas: [InlineMath: Formula] = [:]
  /// Formulas that were tried and cannot be read, which is reported already.
  package var unreadable: Set<InlineMath> = []
  package var listings: [Listing: [CodeToken]] = [:]

  package init() {}
}

/// A diagram as a picture.
package struct Drawing: Equatable, Sendable, Codable {
  /// An SVG document in UTF-8, with its text as `<text>`; without scripts, style sheets and links outside.
  package var svg: [UInt8]
  /// In CSS pixels.
  package var width: Double
  package var height: Double
  /// What the author calls it (`accTitle`, `title`).
  package var title: String?
  /// For those who cannot see it, in a sentence: the author's `accDescr`, else made from the diagram.
  package var alternative: String
  /// The same at length, one statement each: what leads where. Empty where the sentence says it all.
  package var longDescription: [String]
  /// The drawing for print, as a PDF of one page; nil until it was asked for.
  package var pdf: [UInt8]?
  /// The drawing for readers that know no SVG, as a PNG on white; nil until it was asked for.
  package var png: [UInt8]?

  package init(
    svg: [UInt8], width: Double, height: Double, title: String? = nil, alternative: String,
    longDescription: [String] = [], pdf: [UInt8]? = nil, png: [UInt8]? = nil
  ) {
    self.svg = svg
    self.width = width
    self.height = height
    self.title = title
    self.alternative = alternative
    self.longDescription = longDescription
    self.pdf = pdf
    self.png = png
  }
}

/// A formula ready to be set.
package struct Formula: Equatable, Sendable, Codable {
  /// A `math` element of MathML Core, well-formed, with the TeX in `alttext`.
  package var mathML: String
  /// The TeX for LaTeX, all of whose commands are known to be harmless; nil when one is not.
  package var tex: String?
  /// The formula for readers that know no MathML; nil where none was asked for or could be made.
  package var picture: FormulaPicture?

  package init(mathML: String, tex: String?, picture: FormulaPicture? = nil) {
    self.mathML = mathML
    self.tex = tex
    self.picture = picture
  }
}

/// A formula as a PNG on white. Its measures are those of text of the same size, in ems of the text around it.
package struct FormulaPicture: Equatable, Sendable, Codable {
  package var png: [UInt8]
  package var width: Double
  /// Above the line that letters stand on, and below it.
  package var height: Double
  package var depth: Double

  package init(png: [UInt8], width: Double, height: Double, depth: Double) {
    self.png = png
    self.width = width
    self.height = height
    self.depth = depth
  }
}

/// A request for colours: the code and the language it is in.
package struct Listing: Hashable, Sendable {
  /// As its author names it, in lower case.
  package var language: String
  package var text: String
  package init(language: String, text: String) {
    self.language = language
    self.text = text
  }

  /// The request of a code block; nil where it names no language.
  package init?(_ code: CodeBlock) {
    guard let language = code.language else { return nil }
    self.init(language: language.lowercased(), text: code.text)
  }
}

/// A run of code of one kind. A listing's tokens, joined, are its text.
package struct CodeToken: Equatable, Sendable, Codable {
  /// What the run is, as far as a style tells kinds apart; Prism's token types are mapped to these.
  package enum Kind: String, Equatable, Sendable, Codable, CaseIterable {
    case plain, comment, keyword, string, number, literal, function, type, property, variable, `operator`, punctuation
    case tag, attribute, regex, builtin, inserted, deleted, heading, emphasis, strong, link, meta
  }
  package var kind: Kind
  package var text: String
  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}
