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
    let image = Image(
      source: .written(source), alternative: alternative, title: text(of: element["title"]),
      width: pixels(element["width"]), height: pixels(element["height"]))
    return identified(element, [Inline(.image(image), at: element.range)])
  }

  /// The address as text; of an object, such as ideal-image's, its `src`.
  func imageAddress(_ attribute: JSXAttribute.Value?) -> String? {
    if let text = text(of: attribute) { return text.isEmpty ? nil : text }
    guard case .expression(let expression)? = attribute, let value = value(of: expression) else { return nil }
    return (value["light"] ?? value["src"] ?? value["default"]).flatMap { $0.scalarText ?? $0["default"]?.scalarText }
  }

  /// A length in CSS pixels; nil for percentages and other units.
  private func pixels(_ attribute: JSXAttribute.Value?) -> Int? {
    guard var text = text(of: attribute)?.trimmed else { return nil }
    if text.hasSuffix("px") { text.removeLast(2) }
    return Double(text).flatMap { $0 >= 1 && $0 < 100_000 ? Int($0.rounded()) : nil }
  }
}
