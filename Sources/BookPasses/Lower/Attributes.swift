import BookModel
import SourceText

extension PageLowering {
  /// The attributes XHTML lets this element have, from those its author wrote: names in lower case, each once,
  /// values checked. What only moves or decorates a page is left out; what would run is left out and reported.
  mutating func attributes(of element: MarkupElement, as name: String, adding classes: [String] = [])
    -> [ElementAttribute]
  {
    var result = AttributeList()
    for word in classes { result.add(class: word) }
    for attribute in element.attributes {
      add(attribute, of: element, as: name, to: &result)
    }
    return result.attributes
  }

  private mutating func add(
    _ attribute: JSXAttribute, of element: MarkupElement, as name: String, to list: inout AttributeList
  ) {
    let key = AttributeRules.htmlName(of: attribute.name)
    if key == "style" {
      list.add(style: style(attribute.value))
      return
    }
    if key.hasPrefix("on"), key.utf8.count > 2 {
      reportScript("the handler `\(attribute.name)`", at: attribute.range)
      return
    }
    if attribute.value == .flag {
      if AttributeRules.flags[name]?.contains(key) == true { list.set(key, key) }
      return
    }
    guard let value = text(of: attribute.value) else { return }
    switch key {
    case "class": for word in value.split(whereSeparator: \.isWhitespace) { list.add(class: String(word)) }
    case "id" where !list.has("id"), "name" where name == "a" && !list.has("id"):
      if let id = AttributeRules.id(value) { list.set("id", id) }
    case "align": list.add(style: StyleRules.alignment(value, of: name))
    case "valign": list.add(style: StyleRules.css("vertical-align", value))
    case "width" where AttributeRules.sized.contains(name):
      list.add(style: StyleRules.css("width", StyleRules.length(value)))
    default:
      if let checked = AttributeRules.checked(key, value, of: name) { list.set(key, checked) }
    }
  }

  /// The style as CSS text: of a string of declarations, or of an object literal.
  private func style(_ value: JSXAttribute.Value) -> String? {
    switch value {
    case .flag: nil
    case .string(let text): StyleRules.css(declarations: text)
    case .expression(let expression):
      switch self.value(of: expression) {
      case .object(let members)?: StyleRules.css(object: members)
      case .string(let text)?: StyleRules.css(declarations: text)
      default: nil
      }
    }
  }

  mutating func reportScript(_ what: String, at range: SourceRange) {
    tally.count(
      Diagnostic(
        .warning, .htmlScript, "\(what) is left out: nothing in a book runs", at: range,
        help: "say in words what it did, or remove it"))
  }
}

/// Attributes in the order first written.
private struct AttributeList {
  private(set) var attributes: [ElementAttribute] = []

  mutating func set(_ name: String, _ value: String) {
    guard !has(name) else { return }
    attributes.append(ElementAttribute(name: name, value: value))
  }

  func has(_ name: String) -> Bool { attributes.contains { $0.name == name } }

  mutating func add(class word: String) { join("class", word, separator: " ") }

  mutating func add(style css: String?) {
    guard let css, !css.isEmpty else { return }
    join("style", css, separator: "; ")
  }

  private mutating func join(_ name: String, _ value: String, separator: String) {
    if let position = attributes.firstIndex(where: { $0.name == name }) {
      attributes[position].value += separator + value
    } else {
      attributes.append(ElementAttribute(name: name, value: value))
    }
  }
}

/// Which attributes XHTML in a book may have (the HTML standard §3.2.6 and the elements' own sections).
enum AttributeRules {
  private static let reactNames = [
    "classname": "class", "htmlfor": "for", "xml:lang": "lang",
  ]

  /// Elements whose width is worth keeping as a style.
  static let sized: Set = ["table", "td", "th", "col", "div", "pre"]

  static let flags: [String: Set<String>] = ["ol": ["reversed"]]

  private static let own: [String: Set<String>] = [
    "td": ["colspan", "rowspan"], "th": ["colspan", "rowspan", "scope", "abbr"],
    "ol": ["start", "type"], "li": ["value"], "col": ["span"], "colgroup": ["span"],
  ]

  static func htmlName(of name: String) -> String {
    let lowered = name.lowercased()
    return reactNames[lowered] ?? lowered
  }

  /// The value when the attribute may stand on the element and the value is one it may have.
  static func checked(_ key: String, _ value: String, of element: String) -> String? {
    switch key {
    case "lang": return isLanguageTag(value) ? value : nil
    case "dir": return ["ltr", "rtl", "auto"].contains(value.lowercased()) ? value.lowercased() : nil
    case "title": return value.isEmpty ? nil : value
    default: break
    }
    guard own[element]?.contains(key) == true else { return nil }
    switch key {
    case "colspan", "span": return Int(value.trimmed).flatMap { (1...1000).contains($0) ? String($0) : nil }
    case "rowspan": return Int(value.trimmed).flatMap { (0...65534).contains($0) ? String($0) : nil }
    case "start", "value": return Int(value.trimmed).map(String.init)
    case "scope": return ["row", "col", "rowgroup", "colgroup"].contains(value.lowercased()) ? value.lowercased() : nil
    case "type": return ["1", "a", "A", "i", "I"].contains(value) ? value : nil
    default: return value
    }
  }

  /// An id as XHTML has it: not empty, without white space.
  static func id(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: "-")
  }

  /// The form of BCP 47, not the registry.
  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.utf8.count), first.utf8.allSatisfy(\.isLetter) else {
      return false
    }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isLetter || $0.isDigit }
    }
  }
}
