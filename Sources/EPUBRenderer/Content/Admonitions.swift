import BookModel
import MarkupXML

extension ContentWriter {
  /// `:::tip[Faster]` → `<aside class="admonition tip" epub:type="tip" role="doc-tip" aria-labelledby="label.1">` with
  /// `<p class="admonition-title"><svg class="icon" aria-hidden="true">…</svg><span class="kind">Tip</span> Faster</p>`.
  /// The kind is always a word: neither colour nor the sign before it alone says it.
  func admonition(_ admonition: Admonition) {
    let shape = Shape(admonition.style)
    let label = labelID()
    let attributes: XMLAttributes = [
      "class": "admonition \(admonition.style.rawValue)", "id": claim(admonition.id), "epub:type": shape.type,
      "role": shape.role, "aria-labelledby": label,
    ]
    xml.element(shape.element, attributes) {
      xml.newline()
      xml.element("p", ["class": "admonition-title", "id": label]) { title(of: admonition) }
      xml.newline()
      blocks(admonition.blocks)
    }
  }

  private func title(of admonition: Admonition) {
    let kind = words.admonition(admonition)
    if edition.options.form == .modern {
      hasSVG = true
      xml.markup(edition.icon(of: admonition.style))
    }
    xml.element("span", ["class": "kind"], text: kind)
    guard let title = admonition.title, !title.isEmpty else { return }
    let text = title.plainText.lowercased()
    // A keyword without a title of its own has itself for one (`important`); the word for it stands there already.
    guard text != kind.lowercased(), text != admonition.keyword.lowercased() else { return }
    xml.text(" ")
    if direction(of: title) == nil { phrasing(title) } else { xml.element("bdi") { phrasing(title) } }
  }

  /// The element, type and role of a style. `doc-notice` speaks of consequences and may not stand on an `aside`
  /// (ARIA in HTML §4); what only informs is a `note`.
  private struct Shape {
    let element: XMLName
    let type: String?
    let role: String

    init(_ style: Admonition.Style) {
      switch style {
      case .tip: (element, type, role) = ("aside", "tip", "doc-tip")
      case .note, .info: (element, type, role) = ("aside", nil, "note")
      case .warning, .danger, .caution: (element, type, role) = ("section", "notice", "doc-notice")
      }
    }
  }
}

extension Edition {
  fileprivate func icon(of style: Admonition.Style) -> TrustedMarkup {
    icons[Admonition.Style.allCases.firstIndex(of: style)!]
  }
}
