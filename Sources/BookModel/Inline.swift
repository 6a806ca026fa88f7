import SourceText

/// A piece of running text: what it is and where it was written.
package struct Inline: Equatable, Sendable {
  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// Every kind of inline. A switch over it has no `default:`.
  package enum Kind: Equatable, Sendable {
    case text(String)
    /// A line ending inside a paragraph, which reads as a space.
    case softBreak
    case lineBreak
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case code(String)
    indirect case math(InlineMath)
    indirect case link(Link)
    indirect case image(Image)
    indirect case footnoteReference(FootnoteReference)
    /// An element of HTML that the book keeps, checked by the lowering pass.
    indirect case element(Element<Inline>)
    /// A construct as its author wrote it, before the lowering pass.
    indirect case written(WrittenInline)
  }
}

package struct InlineMath: Hashable, Sendable {
  package var tex: String
  /// `$$…$$` inside a line: set as a display all the same.
  package var isDisplay: Bool
  package init(tex: String, isDisplay: Bool = false) {
    self.tex = tex
    self.isDisplay = isDisplay
  }
}

package struct Link: Equatable, Sendable {
  /// Where a link leads: as written until the resolving pass, then one of the others.
  package enum Target: Equatable, Sendable {
    case written(String)
    case chapter(ChapterID, anchor: String?)
    case asset(AssetID)
    case external(String)
    /// Nothing was found; the text the author wrote is kept.
    case missing(String)
  }
  package var target: Target
  package var title: String?
  package var content: [Inline]

  package init(target: Target, title: String? = nil, content: [Inline]) {
    self.target = target
    self.title = title
    self.content = content
  }
}

package struct Image: Equatable, Sendable {
  /// Where the picture is: as written until the assets pass, then one of the others.
  package enum Source: Equatable, Sendable {
    case written(String)
    case asset(AssetID)
    /// A picture on the network that was not fetched: the book shows its text and a link.
    case remote(String)
    case missing(String)
  }
  package var source: Source
  package var alternative: String
  package var title: String?
  /// The author's width and height in CSS pixels.
  package var width: Int?
  package var height: Int?
  /// The author's width as a share of the text's, in percent.
  package var widthPercent: Double?
  /// Whether its author says that it decorates only (`alt=""` in HTML, the HTML standard §4.8.4.4.2): it has no
  /// alternative then, and needs none.
  package var isDecorative = false

  package init(source: Source, alternative: String, title: String? = nil, width: Int? = nil, height: Int? = nil) {
    self.source = source
    self.alternative = alternative
    self.title = title
    self.width = width
    self.height = height
  }
}

package struct FootnoteReference: Equatable, Sendable {
  package var label: String
  /// The footnote's number; 0 until the numbering pass.
  package var number = 0
  /// Which reference to the same note this is, counted from 1; 0 until the numbering pass.
  package var occurrence = 0
  package init(label: String) { self.label = label }
}
