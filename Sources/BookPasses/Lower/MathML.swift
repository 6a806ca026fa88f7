import BookModel
import SourceText

extension PageLowering {
  /// `<math>` in the page, kept with what MathML Core lets it hold; its TeX, where it carries it, is its alternative.
  mutating func mathML(_ element: MarkupElement) -> [Inline] {
    let content = formula(element.children)
    guard !content.isEmpty else { return [] }
    var attributes = MathMLRules.attributes(of: element) { text(of: $0) }
    if !attributes.contains(where: { $0.name == "alttext" }), let tex = annotation(in: element.children) {
      attributes.append(ElementAttribute(name: "alttext", value: tex))
    }
    return [Inline(.element(Element(name: "math", attributes: attributes, content: content)), at: element.range)]
  }

  private mutating func formula(_ nodes: [MarkupNode]) -> [Inline] {
    nodes.structural.flatMap { node -> [Inline] in
      guard case .element(let element) = node else { return [] }
      if ["annotation", "annotation-xml"].contains(element.name) { return [] }
      guard MathMLRules.elements.contains(element.name) else { return formula(element.children) }
      let content: [Inline]
      if MathMLRules.tokens.contains(element.name) {
        let text = element.children.rawText.collapsingSpace.trimmed
        content = text.isEmpty ? [] : [Inline(.text(text), at: element.range)]
      } else {
        content = formula(element.children)
      }
      let attributes = MathMLRules.attributes(of: element) { text(of: $0) }
      let kept = Element<Inline>(name: element.name, attributes: attributes, content: content)
      return [Inline(.element(kept), at: element.range)]
    }
  }

  private func annotation(in nodes: [MarkupNode]) -> String? {
    for node in nodes.structural {
      guard case .element(let element) = node else { continue }
      if element.name == "annotation" { return element.children.rawText.trimmed }
      if let found = annotation(in: element.children) { return found }
    }
    return nil
  }
}

/// What of MathML a book may hold (MathML Core §2, and MathML 3 where readers still know it).
enum MathMLRules {
  static let tokens: Set = ["mi", "mn", "mo", "ms", "mtext"]

  static let elements: Set = tokens.union([
    "mrow", "mspace", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded", "mphantom", "mfenced", "msub", "msup",
    "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd",
  ])

  private static let names: Set = [
    "accent", "accentunder", "alttext", "close", "columnalign", "columnspan", "depth", "display", "displaystyle",
    "fence",
    "form", "height", "largeop", "linethickness", "lspace", "mathvariant", "maxsize", "minsize", "movablelimits",
    "open",
    "rowspan", "rspace", "scriptlevel", "separator", "separators", "stretchy", "symmetric", "voffset", "width",
  ]

  static func attributes(of element: MarkupElement, text: (JSXAttribute.Value?) -> String?) -> [ElementAttribute] {
    var seen = Set<String>()
    return element.attributes.compactMap { attribute in
      let name = attribute.name.lowercased()
      guard names.contains(name), let value = text(attribute.value), seen.insert(name).inserted else { return nil }
      return ElementAttribute(name: name, value: value)
    }
  }
}
