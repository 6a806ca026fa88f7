import BookModel
import SourceText

extension PageLowering {
  /// `<img>`: an image; its address may be a text, a `require`, an imported name or a `useBaseUrl`.
  func image(_ element: MarkupElement) -> [Inline] {
    let alternative = text(of: element["alt"]) ?? ""
    let written = element["src"] ?? element["img"]
    guard let source = imageAddress(written) else {
      return alternative.isEmpty ? [] : [Inline(.text(alternative), at: element.range)]
    }
    let style = styles(of: element)
    var image = Image(
      source: .written(source), alternative: alternative, title: text(of: element["title"]),
      width: pixels(text(of: element["width"]) ?? style["width"]),
      height: pixels(text(of: element["height"]) ?? style["height"]))
    image.widthPercent = percent(text(of: element["width"]) ?? style["width"]) ?? percent(style["max-width"])
    image.isDecorative = isDecorative(element, alternative)
    return identified(element, [Inline(.image(image), at: element.range)])
  }

  /// The address as text; of an object, such as ideal-image's, its `src`.
  func imageAddress(_ attribute: JSXAttribute.Value?) -> String? {
    if let text = text(of: attribute) { return text.isEmpty ? nil : text }
    guard case .expression(let expression)? = attribute, let value = value(of: expression) else { return nil }
    return (value["light"] ?? value["src"] ?? value["default"]).flatMap { $0.scalarText ?? $0["default"]?.scalarText }
  }

  /// An empty `alt` of the author's, not one left out.
  func isDecorative(_ element: MarkupElement, _ alternative: String) -> Bool {
    if ["presentation", "none"].contains(text(of: element["role"])) { return alternative.trimmed.isEmpty }
    if text(of: element["aria-hidden"]) == "true" { return alternative.trimmed.isEmpty }
    return element["alt"] != nil && alternative.trimmed.isEmpty
  }

  /// The declarations of an element's `style`, by their names in CSS.
  private func styles(of element: MarkupElement) -> [String: String] {
    switch element["style"] {
    case .string(let text)?: return StyleRules.declarations(in: text)
    case .expression(let expression)?:
      return value(of: expression)?.members.map(StyleRules.declarations(in:)) ?? [:]
    case .flag?, nil: return [:]
    }
  }

  private func percent(_ text: String?) -> Double? {
    guard let text = text?.trimmed, text.hasSuffix("%"), let number = Double(text.dropLast()) else { return nil }
    return number >= 1 && number <= 100 ? number : nil
  }

  /// A length in CSS pixels; nil for percentages and other units.
  private func pixels(_ text: String?) -> Int? {
    guard var text = text?.trimmed else { return nil }
    if text.hasSuffix("px") { text.removeLast(2) }
    return Double(text).flatMap { $0 >= 1 && $0 < 100_000 ? Int($0.rounded()) : nil }
  }
}
